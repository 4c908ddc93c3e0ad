import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keepsLink, keepsLinkWhole } from '../../../../domain/invitations/message-rules.ts'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { firstRefusal } from '../../../../domain/verdict.ts'
import { complaintsAt } from '../../../api/problem-error.ts'
import type { reading } from '../../../api/reading.ts'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { putLinkBack } from './put-link-back.ts'

/** Reads the message in another language. */
export type MessageIn = (language: Locale) => ReturnType<typeof reading<InvitationMessage>>

/** A sent mail's fields: subject and text here, the address beside the button. */
export const mailInputs = ['/email', '/language', '/subject', '/text'] as const

type Changes = { subject?: string; text?: string; textWithLink?: string }

const unchanged: Changes = {}
const isEdited = ({ subject, text }: Changes) => subject !== undefined || text !== undefined

/**
 * An edited message in its first or another language, each with its own changes, and whether it still holds the link. `besides`: addresses
 * that the text may hold.
 */
export function useMessageDraft(first: InvitationMessage, messageIn: MessageIn, besides: readonly string[]) {
  const [language, setLanguage] = useTyped<Locale>('message-language', first.language)
  const [all, setAll] = useTyped<Partial<Record<Locale, Changes>>>('messages', {})
  const changes = all[language] ?? unchanged
  const setChanges = (next: (before: Changes) => Changes) =>
    setAll((before) => ({ ...before, [language]: next(before[language] ?? unchanged) }))
  const isFirst = language === first.language
  const other = useQuery({ ...messageIn(language), enabled: !isFirst })
  const original = isFirst ? first : other.data
  const { link } = first
  const text = changes.text ?? original?.text ?? ''
  const message = original && { ...original, link, subject: changes.subject ?? original.subject, text }
  const isChanged = isEdited(changes)
  const [taken, setTaken] = useState<typeof all>()
  const [complaints, setComplaints] = useState<Partial<Record<(typeof mailInputs)[number], string>>>({})
  useUnsaved(all !== taken && Object.values(all).some(isEdited) && all)
  const take = () => setTaken(all)
  const change = (next: Changes) => {
    setComplaints({})
    setChanges((before) => ({ ...before, ...next }))
  }
  return {
    language,
    message,
    /** Why there is no message. */
    failure: original ? undefined : other.error,
    retry: () => void other.refetch(),
    isRetrying: other.isFetching,
    verdict: firstRefusal(
      () => keepsLink(text, link),
      () => keepsLinkWhole({ subject: message?.subject ?? '', text }, link, besides),
    ),
    isChanged,
    /** The server's complaints about its parts. */
    complaints,
    /** Marks the changes as kept elsewhere. */
    take,
    /** Tracks a sent mail; undefined when the server complains about its parts. */
    sending: async <Output>(sent: Promise<Output>): Promise<Output | undefined> => {
      setComplaints({})
      try {
        const done = await sent
        take()
        return done
      } catch (error) {
        setComplaints(complaintsAt(mailInputs, error))
        return undefined
      }
    },
    /** Its language, and what differs from the portal's text. */
    mail: {
      language,
      ...(message && message.subject !== original.subject && { subject: message.subject }),
      ...(message && message.text !== original.text && { text: message.text }),
    },
    setSubject: (subject: string) => change({ subject }),
    setText: (next: string) => change({ text: next, ...(keepsLink(next, link).allowed && { textWithLink: next }) }),
    putBack: () => change({ text: putLinkBack(text, link, changes.textWithLink ?? original?.text ?? '') }),
    undo: () => setChanges(() => unchanged),
    setLanguage: (next: Locale) => {
      setComplaints({})
      setLanguage(next)
    },
  }
}
export type MessageDraft = ReturnType<typeof useMessageDraft>

/** The language and the edited parts. */
export type EditedMail = MessageDraft['mail']
