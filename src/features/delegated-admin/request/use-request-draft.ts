import { useState } from 'react'
import type { GdapDraft, GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { EarlierArrived, isSilence, NetworkError, ProblemError } from '../../../api/problem-error.ts'
import { newKey } from '../../../api/request.ts'
import { useTypedForm } from '../../../ui/use-typed-form.ts'
import { askGdap, changeGdap, createGdap } from '../gdap-queries.ts'
import { changeOf, fieldOf, isOnForm, type RequestForm, requestResolver } from './request-form.ts'

/**
 * What the last try came to, beyond what stands beside the fields. `stale`: the draft was changed elsewhere; `earlier`: it was not sent,
 * since another try had arrived after all.
 */
export type RequestOutcome =
  | { is: 'refused'; problem: Problem } | { is: 'unknown'; error: unknown } | { is: 'stale' } | { is: 'earlier'; made: Made }

/** How far it came: a draft, with the reseller for its consent, with the customer, or a draft still because that failed, and why. */
export type Made = { id: string } & ({ as: 'draft' | 'reseller' | 'finalised' } | { as: 'not_finalised'; why: string | undefined })

/** What a button does with the form. */
export type Way = 'draft' | 'finalise'

/** The form and what came of it; trying again after silence makes one request at most. `draft` given, that draft is changed. */
export function useRequestDraft(initial: RequestForm, draft: GdapRelationshipDetail | undefined, onMade: (made: Made) => void) {
  const { form, saved } = useTypedForm<RequestForm, GdapDraft>('rights', { resolver: requestResolver, defaultValues: initial })
  const [outcome, setOutcome] = useState<RequestOutcome>()
  const [way, setWay] = useState<Way>('finalise')

  const keep = async (wanted: GdapDraft): Promise<Pick<GdapRelationshipDetail, 'id' | 'etag'>> => {
    if (!draft) return createGdap(wanted, newKey())
    const change = changeOf(wanted, draft)
    if (Object.keys(change).length === 0) return draft
    return changeGdap({ id: draft.id, etag: draft.etag, change }, newKey())
  }

  const showFields = ({ errors = [], rule }: Problem): boolean => {
    const named = errors.flatMap(({ pointer, detail }) => {
      const field = fieldOf(pointer)
      return field && isOnForm(field, form.getValues()) ? [{ field, detail }] : []
    })
    for (const { field, detail } of named) form.setError(field, { type: 'server', message: rule ? `${detail} (${rule})` : detail })
    return named.length > 0
  }

  const explain = (error: unknown) => {
    if (error instanceof EarlierArrived) setOutcome({ is: 'earlier', made: { id: (error.answer as { id: string }).id, as: 'draft' } })
    else if (isSilence(error)) setOutcome({ is: 'unknown', error })
    else if (!(error instanceof ProblemError)) throw error
    else if (error.problem.status === 412) setOutcome({ is: 'stale' })
    else if (!showFields(error.problem)) setOutcome({ is: 'refused', problem: error.problem })
  }

  const save = async (wanted: GdapDraft, how: Way) => {
    setOutcome(undefined)
    setWay(how)
    let kept: Pick<GdapRelationshipDetail, 'id' | 'etag'>
    try {
      kept = await keep(wanted)
    } catch (error) {
      return explain(error)
    }
    saved()
    if (how === 'finalise') return onMade(await finalise(kept))
    onMade({ id: kept.id, as: wanted.resellerId === undefined ? 'draft' : 'reseller' })
  }

  return { form, way, outcome, submit: (how: Way) => form.handleSubmit((wanted) => save(wanted, how))() }
}

/** The draft is there whatever comes of this, so its own page tells how it stands. */
async function finalise({ id, etag }: Pick<GdapRelationshipDetail, 'id' | 'etag'>): Promise<Made> {
  try {
    await askGdap({ id, etag, action: 'lockForApproval' }, newKey())
    return { id, as: 'finalised' }
  } catch (error) {
    if (!(error instanceof NetworkError || error instanceof ProblemError)) throw error
    return { id, as: 'not_finalised', why: error instanceof ProblemError && !isSilence(error) ? error.problem.detail : undefined }
  }
}
