// Hands a visitor's result, to which they have agreed, from their browser to where the page's owner
// wants it. Loaded only where a destination is configured. How each is told apart: handoff/destination.js.

export { destination } from "./handoff/destination.js";
export { again, forget, hand, resume, standing } from "./handoff/outbox.js";
