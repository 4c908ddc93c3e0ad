import type { CloudPolicy } from '../../clouds/cloud-policies.ts'
import type { RequestKind } from '../../relationship-requests/kinds.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import type { TemplateDraft } from './schemas.ts'

/** What a template may leave to each invitation; the link it must. */
export const placeholders = ['link', 'customer', 'inviter', 'reseller', 'date'] as const
export type Placeholder = (typeof placeholders)[number]

const anyPlaceholder = /\{(\w+)\}/g
/** With something written onto its end it would be another link. */
const wholeLink = /\{link\}(?![\w{-])/

function knowsAll(text: string, known: readonly string[]): Verdict {
  const stranger = [...text.matchAll(anyPlaceholder)].find(([, name = '']) => !known.includes(name))
  return stranger ? refused('state', 'template.placeholder_unknown', 'BR-38', { params: { placeholder: stranger[0] } }) : allowed
}

/** BR-38: a subject is a line of words; the link has no place in it. */
export const checkTemplateSubject = (subject: string): Verdict => knowsAll(subject, placeholders.filter((each) => each !== 'link'))

/** BR-38: the text may say what it likes, with the link in it. */
export const checkTemplateText = (text: string): Verdict =>
  firstRefusal(
    () => (wholeLink.test(text) ? allowed : refused('state', 'template.link_missing', 'BR-38', { params: { placeholder: '{link}' } })),
    () => knowsAll(text, placeholders),
  )

/** BR-38 on a template as it was written. */
export const checkTemplate = ({ subject, text }: TemplateDraft): Verdict =>
  firstRefusal(
    () => checkTemplateSubject(subject),
    () => checkTemplateText(text),
  )

/**
 * A template says what invitations of its cloud ordinarily ask (BR-41, BR-42). One that asks for more or less than that keeps the built-in
 * words, so that nobody accepts what the text did not name.
 */
export const suitsTemplate = (
  { kind, includeDap }: { kind?: RequestKind | undefined; includeDap: boolean },
  { delegatedAdminWithInvitation }: Pick<CloudPolicy, 'delegatedAdminWithInvitation'>,
): boolean => kind !== 'restore' && includeDap === (delegatedAdminWithInvitation === 'required')

/**
 * A template with an invitation's facts in it. A fact that the invitation does not have goes together with the blanks before it, and a
 * line that has nothing else goes too. What is filled in is never looked at for placeholders.
 */
export function fillTemplate(text: string, facts: Record<Placeholder, string>): string {
  return text.split('\n').flatMap((line) => filledLine(line, facts)).join('\n')
}

function filledLine(line: string, facts: Record<Placeholder, string>): string[] {
  const isKnown = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)
  let lacks = false
  const filled = line.replaceAll(/([ \t]*)\{(\w+)\}/g, (all, blanks: string, name: string) => {
    if (!isKnown(name)) return all
    if (facts[name] !== '') return blanks + facts[name]
    lacks = true
    return ''
  })
  if (!lacks) return [filled]
  return filled.trim() === '' ? [] : [line.startsWith('{') ? filled.trimStart() : filled]
}
