// The public contract of <ripen-funnel>.

/** The figures are shown: told once, and again after they could not be. */
export interface RipenFunnelReady {
  schema: "ripen-ready/1";
  /** The playbook the contacts are judged by. */
  playbook: { id: string; version: number };
  /** How many contacts there are; 0 for a workspace that nobody has made yet. */
  contacts: number;
}

/** There are no figures. The element says why, and shows its fallback content. */
export interface RipenFunnelError {
  schema: "ripen-error/1";
  /**
   * `funnel`: the code cannot be loaded; `timeout`: loading took longer than 30 seconds; `workspace`: no
   * name of a workspace; `source`: the file cannot be loaded; `file`: it is no export of a workspace;
   * `storage`: the browser blocks storage; `incomplete`: its database does not answer; `damaged`:
   * something stored cannot be read; `newer`: a newer version wrote it, or the file.
   */
  code:
    | "funnel"
    | "timeout"
    | "workspace"
    | "source"
    | "file"
    | "storage"
    | "incomplete"
    | "damaged"
    | "newer";
  message: string;
}

/**
 * A read-only funnel of a workspace of this origin, or of an exported file.
 *
 * Content between the tags is shown until there are figures, and below the reason where there are none.
 */
export declare class RipenFunnel extends HTMLElement {
  /** URL of an exported workspace (JSON); the workspace of this origin where empty. */
  src: string;
  /** Name of the workspace; `default` where empty. */
  workspace: string;
  /**
   * The window to begin with: `all-time` (default), `month`, `quarter`, `year`, `twelve-months`, or days
   * as in the address of the workspace's funnel, such as `from=2026-01-01&to=2026-03-31`.
   */
  window: string;
  /** `lazy` (default) waits until the element is near the viewport. */
  loading: "lazy" | "eager";
  /** `light`, `dark` or `auto`; the page's own where empty. Attribute `color-scheme`. */
  colorScheme: string;
  /** Reads the workspace, or loads the file, again. */
  reload(): Promise<void>;
}

/** Defines the tag unless it is defined already. */
export declare function define(tag?: string): void;
