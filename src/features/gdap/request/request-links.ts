/** The form's links; the page knows the addresses. */
export type RequestLinks = { cancel: string; invite: string; relationship: (id: string) => string }
