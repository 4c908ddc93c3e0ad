// What an invitation's page shows whoever has signed in, or cannot answer. It comes at once, so that no press has to wait for code.
export { InvitationView } from './invitation-view.tsx'
export { RefusedAnswer } from './refused-answer.tsx'
