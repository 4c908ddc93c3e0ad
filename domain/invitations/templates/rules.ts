import type { CloudPolicy } from '../../clouds/cloud-policies.ts'
import type { RequestKind } from '../../relationship-requests/kinds.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import type { TemplateDraft } from './schemas.ts'

/** A template must hold `link` and may hold the others. */
export const placeholders = ['link', 'customer', 'inviter', 'reseller', 'date'] as const
export type Placeholder = (typeof placeholders)[number]

const anyPlaceholder = /\{(\w+)\}/g
/** Text appended to the placeholder would change the link. */
const wholeLink = /\{link\}(?![\w{-])/

function knowsAll(text: string, known: readonly string[]): Verdict {
  const stranger = [...text.matchAll(anyPlaceholder)].find(([, name = '']) => !known.includes(name))
  return stranger ? refused('state', 'template.placeholder_unknown', 'BR-38', { params: { placeholder: stranger[0] } }) : allowed
}

/** BR-38: a subject holds no link. */
export const checkTemplateSubject = (subject: string): Verdict => knowsAll(subject, placeholders.filter((each) => each !== 'link'))

/** BR-38: the text holds the link. */
export const checkTemplateText = (text: string): Verdict =>
  firstRefusal(
    () => (wholeLink.test(text) ? allowed : refused('state', 'template.link_missing', 'BR-38', { params: { placeholder: '{link}' } })),
    () => knowsAll(text, placeholders),
  )

export const checkTemplate = ({ subject, text }: TemplateDraft): Verdict =>
  firstRefusal(
    () => checkTemplateSubject(subject),
    () => checkTemplateText(text),
  )

/**
 * A template covers what its cloud's invitations ordinarily ask (BR-41, BR-42). Others keep the built-in text, so that nobody accepts what
 * the text did not name.
 */
export const suitsTemplate = (
  { kind, includeDap }: { kind?: RequestKind | undefined; includeDap: boolean },
  { dapWithInvitation }: Pick<CloudPolicy, 'dapWithInvitation'>,
): boolean => kind !== 'restore' && includeDap === (dapWithInvitation === 'required')

/**
 * Fills a template with an invitation's facts. A missing fact goes with the blanks before it, and so does a line without anything else.
 * Filled-in text is never searched for placeholders.
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
