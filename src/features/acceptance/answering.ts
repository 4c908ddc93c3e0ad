// What a page shows whoever has signed in, or cannot answer; all of it comes together, so that nobody waits at a press.
export { AcceptanceView } from './acceptance-view.tsx'
export { RefusedAnswer } from './refused-answer.tsx'
