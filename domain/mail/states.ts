/** What a mail is about; `approval` carries a request for granular rights to the customer. */
export const mailKinds = ['invitation', 'forward', 'reminder', 'hand_over', 'question', 'note', 'approval'] as const
export type MailKind = (typeof mailKinds)[number]

/**
 * `queued` waits for its time or another try; `sending` is held by a worker; `sent` was taken by the mail server; `refused` was not and
 * will not be; `uncertain` broke off at the one moment at which nobody can know, and is not tried again by itself.
 */
export const mailStates = ['queued', 'sending', 'sent', 'refused', 'uncertain'] as const
export type MailState = (typeof mailStates)[number]

/**
 * What is said of a mail, in a word of the catalogue, when it is not the mail server's own answer: why it is kept (the first three), or why
 * it was put off without an answer to the mail itself.
 */
export const mailReasons = [
  'link_replaced', 'no_longer_open', 'gave_up', 'unreachable', 'not_secure', 'login_refused', 'no_answer', 'broke_off', 'unsuitable',
] as const
export type MailReason = (typeof mailReasons)[number]
