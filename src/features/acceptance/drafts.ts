/** What a reader writes on the page: it outlasts the way back from the form that it stands in. */
export type Drafts = { reason: string; question: string; email: string; name: string }

export const noDrafts: Drafts = { reason: '', question: '', email: '', name: '' }

export type Typing = { drafts: Drafts; onType: (typed: Partial<Drafts>) => void }
