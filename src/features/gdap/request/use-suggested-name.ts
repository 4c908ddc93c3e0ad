import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { GdapDraft } from '../../../../domain/gdap/schemas.ts'
import { gdapQueries } from '../gdap-queries.ts'
import type { RequestForm } from './request-form.ts'
import { freeName, type NameStem } from './suggested-name.ts'

export type NameWriting = {
  /** Somebody writes a name, so that no other is suggested. */
  onWrite: () => void
  /** Whether somebody is in the field, where nothing may change under the hand. */
  onHold: (isHeld: boolean) => void
}

/** Keeps a name that is free in the form, as whose and whom it is for and the roles change, until somebody writes one. */
export function useSuggestedName(
  form: UseFormReturn<RequestForm, unknown, GdapDraft>, wanted: NameStem | null, resellerId: string | undefined,
): NameWriting {
  const queries = useQueryClient()
  const [isWritten, setWritten] = useState(wanted === null)
  const [isHeld, setHeld] = useState(false)
  const { stem, from } = wanted ?? { stem: '', from: 1 }
  const { data } = useQuery({
    queryKey: ['delegated-admin', 'free-name', stem, from, resellerId],
    queryFn: () => freeName({ stem, from }, async (name) => (await queries.fetchQuery(gdapQueries.nameTaken(name, resellerId))).taken),
    enabled: !isWritten && stem !== '',
  })
  const { setValue } = form
  useEffect(() => {
    if (!isWritten && !isHeld && data !== undefined) setValue('displayName', data, { shouldValidate: true })
  }, [data, isWritten, isHeld, setValue])
  return { onWrite: () => setWritten(true), onHold: setHeld }
}
