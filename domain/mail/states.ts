/** The kinds of mail; `approval` carries a GDAP request to the customer. */
export const mailKinds = ['invitation', 'forward', 'reminder', 'hand_over', 'question', 'note', 'approval'] as const
export type MailKind = (typeof mailKinds)[number]

/** Mails by which an organisation turns to others, with its logo. */
export const kindsWithLogo: readonly MailKind[] = ['invitation', 'forward', 'reminder', 'approval']

/**
 * `queued` waits for its time or a retry; a worker holds `sending`; the mail server accepted `sent` and rejected `refused`; `uncertain`
 * broke off when nobody can know, and is not retried automatically.
 */
export const mailStates = ['queued', 'sending', 'sent', 'refused', 'uncertain'] as const
export type MailState = (typeof mailStates)[number]

/** Catalogue words for a mail's fate when the mail server gave none: why it is kept (the first four), or why it was deferred. */
export const mailReasons = [
  'link_replaced', 'no_longer_open', 'not_wanted', 'gave_up', 'unreachable', 'not_secure', 'login_refused', 'no_answer', 'broke_off',
  'unsuitable',
] as const
export type MailReason = (typeof mailReasons)[number]
