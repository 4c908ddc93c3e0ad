import { type ComponentProps, type ReactNode, useId } from 'react'
import type { Refusal } from '../../../domain/verdict.ts'
import styles from './choice.module.css'
import { FieldError } from './field.tsx'
import { joined } from '../joined.ts'
import { Marked, Stack, Text } from '../looks/layout.tsx'
import { Reason } from '../actions/reason.tsx'

type Props = Omit<ComponentProps<'input'>, 'type' | 'className' | 'disabled'> & {
  label: ReactNode
  description?: ReactNode
  error?: string | undefined
  /** Shows why the box cannot change; it stays focusable. */
  refusal?: Refusal | undefined
}

export function Checkbox({ label, description, error, refusal, id: given, ...input }: Props) {
  const made = useId()
  const id = given ?? made
  const describedBy = joined(error && `${id}-error`, description && `${id}-help`, refusal && `${id}-why`)
  return (
    <Marked align="start" className={styles.choice} data-refused={refusal ? true : undefined}>
      <input {...input} id={id} type="checkbox" className={styles.box} aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined} aria-disabled={refusal ? true : undefined}
        onClick={(event) => {
          if (refusal) event.preventDefault()
          input.onClick?.(event)
        }} />
      <Stack gap="half" className={styles.words}>
        <label htmlFor={id}>{label}</label>
        {description && <Text as="div" id={`${id}-help`} tone="muted" text="caption">{description}</Text>}
        {refusal && <Reason id={`${id}-why`} refusal={refusal} />}
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      </Stack>
    </Marked>
  )
}
