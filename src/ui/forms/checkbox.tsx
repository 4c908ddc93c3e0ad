import { type ComponentProps, useId } from 'react'
import { Choice, type ChoiceProps } from './choice.tsx'

type Props = Omit<ComponentProps<'input'>, 'type' | 'className' | 'disabled'> & ChoiceProps & { error?: string | undefined }

export function Checkbox({ label, description, error, refusal, id, ...input }: Props) {
  const made = useId()
  return <Choice {...{ label, description, error, refusal }} id={id ?? made} input={{ ...input, type: 'checkbox' }} />
}
