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
  source?: string;
  playbook: { id: string; version: number };
}

/** Something does not work. */
export interface RipenError {
  schema: "ripen-error/1";
  /**
   * `widget`: the wizard's code cannot be loaded; `playbook`: the playbook cannot be loaded or
   * used; `timeout`: loading took longer than 30 seconds. In these the fallback content stays.
   * `workspace`: the finished run could not be stored in the workspace.
   */
  code: "widget" | "playbook" | "timeout" | "workspace";
  message: string;
}

export interface RipenEvents {
  "ripen-ready": CustomEvent<RipenReady>;
  "ripen-step": CustomEvent<RipenStep>;
  "ripen-result": CustomEvent<RipenResult>;
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
  /** `lazy` (default) waits until the element is near the viewport. Attribute `loading`. */
  loading: "lazy" | "eager";
  /** `light`, `dark` or `auto`; the page's own where empty. Attribute `color-scheme`. */
  colorScheme: string;
  /** Name of the draft on this device; the playbook's id where empty. Attribute `storage-key`. */
  storageKey: string;
  /** Whether a visitor goes on where they left off. Default true; attribute `resume="off"`. */
  resume: boolean;
  /** Workspace of this origin that a finished run goes to; none where empty. */
  workspace: string;
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

declare global {
  interface HTMLElementTagNameMap {
    "ripen-wizard": RipenWizardElement;
  }
}
