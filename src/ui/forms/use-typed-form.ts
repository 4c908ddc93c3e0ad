import { useEffect } from 'react'
import { type FieldValues, type Path, type PathValue, useForm, type UseFormProps } from 'react-hook-form'
import { showTyped, typedBefore } from './use-typed.ts'
import { useUnsaved } from './use-unsaved.ts'

type Options<Values extends FieldValues, Output> = Pick<UseFormProps<Values, unknown, Output>, 'resolver' | 'defaultValues'>

/**
 * A form whose fields outlast the end of the session, as `useTyped` has it, and whose page is not left unasked while they differ from what
 * they began with. `saved` says that they are kept, before the page leads on.
 */
export function useTypedForm<Values extends FieldValues, Output = Values>(name: string, options: Options<Values, Output>) {
  // Judged when it is sent, and from then on as it is mended: never as a field is left, which would move a button from under the hand.
  const form = useForm<Values, unknown, Output>({ ...options, mode: 'onSubmit', reValidateMode: 'onChange', shouldFocusError: false })
  const { getValues, setValue, formState: { isDirty } } = form
  useEffect(() => {
    const typed = typedBefore<Values>(name)
    // Each by itself, since a radio button takes no notice of a form that is reset; what differs from the defaults still counts as typed.
    for (const [field, value] of Object.entries(typed ?? {}) as [Path<Values>, PathValue<Values, Path<Values>>][])
      setValue(field, value, { shouldDirty: true })
    return showTyped(name, getValues)
  }, [name, getValues, setValue])
  return { form, saved: useUnsaved(isDirty) }
}
