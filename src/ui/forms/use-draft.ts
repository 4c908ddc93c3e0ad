import { useState } from 'react'
import type { FieldValues, Path, UseFormProps } from 'react-hook-form'
import type { Problem } from '../../../domain/problem.ts'
import { type Outcome, useIntention } from '../actions/use-intention.ts'
import { useTypedForm } from './use-typed-form.ts'

type Options<Values extends FieldValues, Wanted> = Pick<UseFormProps<Values, unknown, Wanted>, 'resolver' | 'defaultValues'> & {
  /** Maps a problem's pointer to the form's field. */
  fieldAt: (pointer: string, values: Values) => Path<Values> | undefined
}

/** The last try's outcome, without complaints about fields. */
export type DraftOutcome<Output> = Exclude<Outcome<Output>, { is: 'done' }>

/**
 * A form that makes something, at most once after silence. `save` returns undefined when nothing was made. Complaints are shown at the
 * fields.
 */
export function useDraft<Values extends FieldValues, Wanted, Output>(
  name: string, { fieldAt, ...options }: Options<Values, Wanted>, act: (wanted: Wanted, idempotencyKey: string) => Promise<Output>,
) {
  const { form, saved } = useTypedForm<Values, Wanted>(name, options)
  const { run } = useIntention((wanted: Wanted, key) => act(wanted, key))
  const [outcome, setOutcome] = useState<DraftOutcome<Output>>()

  const showFields = ({ errors = [], rule }: Problem): boolean => {
    const named = errors.flatMap(({ pointer, detail }) => {
      const field = fieldAt(pointer, form.getValues())
      return field ? [{ field, detail }] : []
    })
    for (const { field, detail } of named) form.setError(field, { type: 'server', message: rule ? `${detail} (${rule})` : detail })
    return named.length > 0
  }

  const save = async (wanted: Wanted): Promise<Output | undefined> => {
    setOutcome(undefined)
    const came = await run(wanted)
    if (came?.is === 'done') return came.output
    if (!(came?.is === 'refused' && showFields(came.problem))) setOutcome(came)
    return undefined
  }
  return { form, saved, save, outcome }
}
