import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { GdapDraft } from '../../../../domain/delegated-admin/schemas.ts'
import { gdapQueries } from '../gdap-queries.ts'
import type { RequestForm } from './request-form.ts'
import { freeName, type NameStem } from './suggested-name.ts'

/** Keeps a name that is free in the form, as the customer and the roles change, until somebody writes one. Gives the way to say so. */
export function useSuggestedName(form: UseFormReturn<RequestForm, unknown, GdapDraft>, wanted: NameStem | null): () => void {
  const queries = useQueryClient()
  const [isWritten, setWritten] = useState(wanted === null)
  const { stem, from } = wanted ?? { stem: '', from: 1 }
  const { data } = useQuery({
    queryKey: ['delegated-admin', 'free-name', stem, from],
    queryFn: () => freeName({ stem, from }, async (name) => (await queries.fetchQuery(gdapQueries.nameTaken(name))).taken),
    enabled: !isWritten && stem !== '',
  })
  const { setValue } = form
  useEffect(() => {
    if (!isWritten && data !== undefined) setValue('displayName', data, { shouldValidate: true })
  }, [data, isWritten, setValue])
  return () => setWritten(true)
}
