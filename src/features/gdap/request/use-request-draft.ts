import { useState } from 'react'
import type { GdapDraft, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { useDraft } from '../../../ui/forms/use-draft.ts'
import { useIntention } from '../../../ui/actions/use-intention.ts'
import { askGdap, changeGdap, createGdap } from '../gdap-queries.ts'
import { changeOf, fieldOf, isOnForm, type RequestForm, requestResolver } from './request-form.ts'

/** The result: a draft, sent to the reseller for consent, sent to the customer, or a draft that could not be sent, with the reason. */
export type Made = { id: string } & ({ as: 'draft' | 'reseller' | 'finalised' } | { as: 'not_finalised'; why: string | undefined })

/** A button's action. */
export type Way = 'draft' | 'finalise'

type Kept = Pick<GdapRelationshipDetail, 'id' | 'etag'>

/** The form of a new request, or of `draft`. */
export function useRequestDraft(initial: RequestForm, draft: GdapRelationshipDetail | undefined, onMade: (made: Made) => void) {
  const { form, saved, save, outcome } = useDraft<RequestForm, GdapDraft, Kept>('rights', {
    resolver: requestResolver, defaultValues: initial,
    fieldAt: (pointer, values) => {
      const field = fieldOf(pointer)
      return field && isOnForm(field, values) ? field : undefined
    },
  }, async (wanted, key) => {
    if (!draft) return createGdap(wanted, key)
    const change = changeOf(wanted, draft)
    return Object.keys(change).length === 0 ? draft : changeGdap({ id: draft.id, etag: draft.etag, change }, key)
  })
  const lock = useIntention(({ id, etag }: Kept, key) => askGdap({ id, etag, action: 'lockForApproval' }, key))
  const [way, setWay] = useState<Way>('finalise')

  /** The draft exists in any case, so its own page shows a failure. */
  const finalise = async (kept: Kept): Promise<Made> => {
    const came = await lock.run(kept)
    if (came?.is === 'done') return { id: kept.id, as: 'finalised' }
    return { id: kept.id, as: 'not_finalised', why: came?.is === 'refused' ? came.problem.detail : undefined }
  }
  const send = async (wanted: GdapDraft, how: Way) => {
    setWay(how)
    const kept = await save(wanted)
    if (!kept) return
    saved()
    if (how === 'finalise') return onMade(await finalise(kept))
    onMade({ id: kept.id, as: wanted.resellerId === undefined ? 'draft' : 'reseller' })
  }
  return { form, way, outcome, submit: (how: Way) => form.handleSubmit((wanted) => send(wanted, how))() }
}
