// The public contract of ripen.js.

/** Where a contact stands: `lead`, `prospect`, `opportunity/<stage>`, `customer`. */
export type Position = string;
/** A level without its stage. */
export type Level = "lead" | "prospect" | "opportunity" | "customer";

/** The wizard can be used. */
export interface RipenReady {
  schema: "ripen-ready/1";
  playbook: { id: string; version: number };
  /** Whether it goes on with answers kept on this device. */
  resumed: boolean;
}

/** A question, or the page to check the answers, is shown. */
export interface RipenStep {
  schema: "ripen-step/1";
  /** Place of the question, counted from 0. */
  index: number;
  /** The question's id; null on the page to check the answers. */
  question: string | null;
  /** How many questions were answered, "I don't know yet" included. */
  answered: number;
  /** How many can still come at the most, this one included. */
  remaining: number;
}

/** A finished run, with everything it was judged on. The same shape as a `ripen-result` file. */
export interface RipenResult {
  format: "ripen-result";
  version: number;
  schema: "ripen-result/1";
  /** The run; the id of the lead it becomes. */
  id: string;
  finished_at: string;
  /** Always `lead`: only a person's confirmation makes more of it. */
  level: "lead";
  /** What it would be, were every answer confirmed. */
  claimed_level: Level;
  verdicts: { from: Position; to: Position; verdict: "passed" | "failed" | "open" }[];
  criteria: {
    id: string;
    title: string;
    rule: string;
    outcome: "met" | "not_met" | "unknown";
    /** Why it ends the matter, where it does. */
    reason?: string;
  }[];
  answers: {
    question: string;
    title: string;
    /** Missing for "I don't know yet". The kind is the key: `{"choice": "retail"}`. */
    value?: Record<string, unknown>;
    /** The answer in words. */
    text?: string;
    evidence: "claimed";
    note?: string;
  }[];
  /** The visitor's own details; only after the ticked consent, and in events only with `emit-data`. */
  fields?: Partial<Record<"person" | "organisation" | "email" | "phone", string>>;
  /** What the visitor agreed to: the words, their version, and when. */
  consent?: { text: string; revision: number; at: string };
  /** Tags of the address the visitor came by, and the page before it; only after the consent. */
  campaign?: Record<string, string>;
  source?: string;
  playbook: { id: string; version: number };
}

/** Where a result is handed over to. */
export type RipenDestination = "webhook" | "hubspot" | "salesforce" | "espocrm" | "mailto";

/**
 * The visitor has agreed and pressed Send; nothing has been sent yet. `preventDefault()` keeps the
 * element from sending: then the page does it, by `exportJson()`.
 */
export interface RipenSubmit {
  schema: "ripen-submit/1";
  destination: RipenDestination;
}

/** A result was handed over. */
export interface RipenSubmitted {
  schema: "ripen-submitted/1";
  destination: RipenDestination;
  /** Whether the destination has said that it has it. */
  confirmed: boolean;
}

/** Something does not work. */
export interface RipenError {
  schema: "ripen-error/1";
  /**
   * `widget`: the wizard's code cannot be loaded; `playbook`: the playbook cannot be loaded or
   * used; `timeout`: loading took longer than 30 seconds. In these the fallback content stays.
   * `workspace`: the finished run could not be stored in the workspace. `handoff`: it could not be
   * sent, or the destination is not one.
   */
  code: "widget" | "playbook" | "timeout" | "workspace" | "handoff";
  message: string;
}

export interface RipenEvents {
  "ripen-ready": CustomEvent<RipenReady>;
  "ripen-step": CustomEvent<RipenStep>;
  /**
   * A run was finished. Told again under the same `id` when the visitor goes back and finishes once more,
   * and with `emit-data` also once the contact details are agreed to; the latest `finished_at` counts.
   */
  "ripen-result": CustomEvent<RipenResult>;
  "ripen-submit": CustomEvent<RipenSubmit>;
  "ripen-submitted": CustomEvent<RipenSubmitted>;
  "ripen-error": CustomEvent<RipenError>;
}

/**
 * Asks a visitor the questions of a playbook and says, with reasons, what the answers come to.
 *
 * Content between the tags is shown until the wizard is ready, and whenever it cannot be.
 * All events bubble and cross shadow roots.
 */
export interface RipenWizardElement extends HTMLElement {
  /** The playbook: its URL (attribute `playbook`), or the playbook itself as an object. */
  playbook: string | object;
  /**
   * `lazy` (default) waits until the element is near the viewport, `interaction` until the visitor
   * touches the fallback. Attribute `loading`.
   */
  loading: "" | "lazy" | "eager" | "interaction";
  /** `light`, `dark` or `auto`; the page's own where empty. Attribute `color-scheme`. */
  colorScheme: string;
  /** Name of the draft on this device; the playbook's id where empty. Attribute `storage-key`. */
  storageKey: string;
  /** Whether a visitor goes on where they left off. Default true; attribute `resume="off"`. */
  resume: boolean;
  /** Workspace of this origin that a finished run goes to; none where empty. */
  workspace: string;
  /**
   * Where a result goes once the visitor has agreed: `webhook:URL`, `hubspot:PORTAL/FORM`,
   * `salesforce:OID`, `espocrm:URL` or `mailto:ADDRESS`; nowhere where empty or `none`.
   */
  handoff: string;
  /** Answers to choose beforehand, by the ids of their questions; also attributes `data-answer-<id>`. */
  prefill: Record<string, string> | undefined;
  /** Parameters of the page's address that may prefill answers, separated by spaces. */
  prefillParams: string;
  /** Whether tags of the address (`utm_…`, click ids) and the page before go with a consented result. */
  captureUtm: boolean;
  /** Whether events carry contact details and free text. */
  emitData: boolean;
  /** Whether the browser's Back steps back in the wizard, and Forward on again. */
  history: boolean;
  /** In the page (`inline`, default), behind a `button` that opens a dialog, or a `modal` to `open()`. */
  presentation: "" | "inline" | "button" | "modal";
  /** What the button says. */
  buttonLabel: string;
  /** Loads and shows the wizard, in its dialog where it has one. */
  open(): Promise<void>;
  /** Closes the dialog; without one, takes the wizard out and shows the fallback again. */
  close(): Promise<void>;
  /** Begins anew and forgets the draft. Usable before the wizard is loaded. */
  reset(): Promise<void>;
  /** The result of the run so far, as the text of a `ripen-result` file. */
  exportJson(): Promise<string>;
  addEventListener<K extends keyof RipenEvents>(
    type: K,
    listener: (this: RipenWizardElement, event: RipenEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** There are no figures. The element says why, and shows its fallback content. */
export interface RipenFunnelError {
  schema: "ripen-error/1";
  /**
   * `widget`: the code cannot be loaded; `timeout`: loading took longer than 30 seconds; `workspace`: no
   * name of a workspace; `source`: the file cannot be loaded; `file`: it is no export of a workspace;
   * `storage`: the browser blocks storage; `incomplete`: its database does not answer; `damaged`:
   * something stored cannot be read; `newer`: a newer version wrote it, or the file.
   */
  code: "widget" | "timeout" | "workspace" | "source" | "file" | "storage" | "incomplete" | "damaged" | "newer";
  message: string;
}

/** The figures of a funnel are shown, for the first time or again after there were none. */
export interface RipenFunnelReady {
  schema: "ripen-ready/1";
  playbook: { id: string; version: number };
  /** How many contacts the figures are of, whatever the window. */
  contacts: number;
}

export interface RipenFunnelEvents {
  "ripen-ready": CustomEvent<RipenFunnelReady>;
  "ripen-error": CustomEvent<RipenFunnelError>;
}

/** A read-only funnel of a workspace of this origin, or of an exported file. */
export interface RipenFunnelElement extends HTMLElement {
  /** URL of an exported file; the workspace's own contacts where empty. */
  src: string;
  /** Which workspace of this origin; `default` where empty. */
  workspace: string;
  /**
   * The window to begin with: `all-time` (default), `month`, `quarter`, `year`, `twelve-months`, or days
   * as in the address of the workspace's funnel, such as `from=2026-01-01&to=2026-03-31`.
   */
  window: string;
  /** `light`, `dark` or `auto`; the page's own where empty. Attribute `color-scheme`. */
  colorScheme: string;
  loading: "" | "lazy" | "eager" | "interaction";
  open(): Promise<void>;
  close(): Promise<void>;
  /** Reads the workspace, or loads the file, again. */
  reload(): Promise<void>;
  addEventListener<K extends keyof RipenFunnelEvents>(
    type: K,
    listener: (this: RipenFunnelElement, event: RipenFunnelEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ripen-wizard": RipenWizardElement;
    "ripen-funnel": RipenFunnelElement;
  }
}
