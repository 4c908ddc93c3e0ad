// Shown to readers who have signed in or cannot answer; loaded at once, so that no press waits for code.
export { InvitationView } from './invitation-view.tsx'
export { RefusedAnswer } from './refused-answer.tsx'
