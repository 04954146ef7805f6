// The browser's Back, for wizards that want it.

let runs = 0;

/** Each page of the wizard becomes an entry of the history, and Back one step back. */
export const follow = (wizard) => {
  const key = `ripen-${runs++}`;
  let depth = history.state?.[key] ?? 0;
  let pages = []; // this one and the one before
  let moving = 0; // moves of ours that are still to be told, or the browser's that is being followed
  const moved = ({ state }) => {
    if (moving > 0) return void moving--;
    const target = state?.[key] ?? 0;
    // Forward leads to answers that would have to be given again: stay.
    if (target > depth) {
      moving++;
      history.go(depth - target);
    }
    for (; target < depth; depth--) {
      pages.pop();
      wizard.back();
    }
  };
  addEventListener("popstate", moved);
  return {
    shows(page) {
      const [before, now] = pages.slice(-2);
      if (page === pages.at(-1)) return;
      if (!pages.length) pages = [page];
      else if (now !== undefined && page === before) {
        // The wizard's own Back.
        pages.pop();
        depth--;
        moving++;
        history.back();
      } else {
        pages.push(page);
        history.pushState({ ...history.state, [key]: ++depth }, "");
      }
    },
    free: () => removeEventListener("popstate", moved),
  };
};
