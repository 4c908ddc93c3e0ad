import { useEffect } from 'react'
import { type FieldValues, type Path, type PathValue, useForm, type UseFormProps } from 'react-hook-form'
import { showTyped, typedBefore } from './use-typed.ts'
import { useUnsaved } from './use-unsaved.ts'

type Options<Values extends FieldValues, Output> = Pick<UseFormProps<Values, unknown, Output>, 'resolver' | 'defaultValues'>

/**
 * A form whose fields survive the end of the session (`useTyped`), and whose page asks before leaving with changes. `saved` marks them as
 * kept.
 */
export function useTypedForm<Values extends FieldValues, Output = Values>(name: string, options: Options<Values, Output>) {
  // Validates on submit, then on change; never on blur, which would move a button while it is pressed.
  const form = useForm<Values, unknown, Output>({ ...options, mode: 'onSubmit', reValidateMode: 'onChange', shouldFocusError: false })
  const { getValues, setValue, formState: { isDirty } } = form
  useEffect(() => {
    const typed = typedBefore<Values>(name)
    // Sets fields one by one, since radio buttons ignore a reset form; differences from the defaults count as typed.
    for (const [field, value] of Object.entries(typed ?? {}) as [Path<Values>, PathValue<Values, Path<Values>>][])
      setValue(field, value, { shouldDirty: true })
    return showTyped(name, getValues)
  }, [name, getValues, setValue])
  return { form, saved: useUnsaved(isDirty) }
}
