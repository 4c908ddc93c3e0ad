import { type ComponentProps, type ReactNode, useId } from 'react'
import type { Refusal } from '../../../domain/verdict.ts'
import { Reason } from '../actions/reason.tsx'
import { joined } from '../joined.ts'
import { Marked, Stack, Text } from '../looks/layout.tsx'
import styles from './choice.module.css'
import { FieldError } from './field.tsx'

export type ChoiceProps = {
  label: ReactNode
  description?: ReactNode
  /** Shows why it cannot be chosen or changed; it stays focusable. */
  refusal?: Refusal | undefined
}

type Described = ChoiceProps & { error?: string | undefined }

/** A box to tick or a radio button, with its words. */
export function Choice({ id, label, description, refusal, error, input }: Described & { id: string; input: ComponentProps<'input'> }) {
  return (
    <Marked align="start" className={styles.choice} data-refused={refusal ? true : undefined}>
      <input {...input} id={id} className={joined(styles.box, input.type === 'radio' && styles.round)}
        aria-describedby={joined(error && `${id}-error`, description && `${id}-help`, refusal && `${id}-why`)}
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

type Props = Omit<ComponentProps<'input'>, 'type' | 'className' | 'disabled'> & Described

export function Checkbox({ label, description, error, refusal, id, ...input }: Props) {
  const made = useId()
  return <Choice {...{ label, description, error, refusal }} id={id ?? made} input={{ ...input, type: 'checkbox' }} />
}
