// The browser's Back and Forward, for wizards that want them.

const keys = new WeakMap();
let runs = 0;

/**
 * Each page of the wizard becomes an entry of the history: Back is one step back, Forward goes on with the
 * answers that are there. `first` is the page it begins with; `goOn` does what its button does.
 */
export const follow = (element, wizard, first, goOn) => {
  if (!keys.has(element)) keys.set(element, `ripen-${element.id || runs++}`);
  const key = keys.get(element);
  const here = () => history.state?.[key];
  let depth = here() ?? 0;
  let pages = [first]; // as far as they are known, this one last
  let ahead = []; // those that Back has left, the next one first
  let moving = 0; // moves of ours that are still to be told
  let backing = 0; // pages that are still to be told of the browser's Back
  let isForward = false; // following the browser's Forward
  const go = (by) => {
    if (!by) return;
    moving++;
    depth += by;
    history.go(by);
  };
  const back = (target) => {
    for (; depth > target; depth--) {
      ahead.unshift(pages.at(-1));
      if (pages.length > 1) pages.pop();
      if (wizard.back()) backing++;
    }
  };
  const forward = async (target) => {
    isForward = true;
    for (let before; depth < target && before !== depth && ahead.length; ) {
      before = depth;
      goOn();
      await new Promise((done) => setTimeout(done));
    }
    isForward = false;
    // Where an answer is refused, or nobody has been further, it stays.
    const left = depth - target;
    depth = target;
    go(left);
  };
  const moved = ({ state }) => {
    if (moving) return void moving--;
    const target = state?.[key];
    // An entry that is not ours is the page's own, such as of a link inside it.
    if (target < depth) back(target);
    else if (target > depth) forward(target);
  };
  addEventListener("popstate", moved);
  return {
    /** A page is shown; `isAnew`: the first of a run that has just begun. */
    shows(page, isAnew) {
      const last = pages.length - 1;
      if (backing) {
        if (!--backing) pages[last] = page;
      } else if (page === pages[last]) return;
      else if (isAnew) {
        [pages, ahead] = [[page], []];
        go(-depth);
      } else if (!isForward && page === pages[last - 1]) {
        // The wizard's own Back.
        ahead.unshift(pages.pop());
        if (depth) go(-1);
      } else {
        pages.push(page);
        // Continue passes over what is answered.
        ahead = isForward && ahead.includes(page) ? ahead.slice(ahead.indexOf(page) + 1) : [];
        if (isForward) return void depth++;
        if (here() === undefined) history.replaceState({ ...history.state, [key]: depth }, "");
        history.pushState({ ...history.state, [key]: ++depth }, "");
      }
    },
    free: () => removeEventListener("popstate", moved),
  };
};
