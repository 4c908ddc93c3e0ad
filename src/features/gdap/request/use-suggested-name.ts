import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { GdapDraft } from '../../../../domain/gdap/schemas.ts'
import { gdapQueries } from '../gdap-queries.ts'
import type { RequestForm } from './request-form.ts'
import { freeName, type NameStem } from './suggested-name.ts'

export type NameWriting = {
  /** The person types a name, which ends suggestions. */
  onWrite: () => void
  /** Pauses suggestions while the field has the focus. */
  onHold: (isHeld: boolean) => void
}

/** Suggests a free name as owner, customer and roles change, until the person types one. */
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
