import { useId } from 'react'
import { joined } from '../joined.ts'
import { Box, Columns, Stack, Text } from '../looks/layout.tsx'
import { Checkbox } from './checkbox.tsx'
import { FieldError } from './field.tsx'

type Props<Value extends string> = {
  legend: string
  description?: string
  error: string | undefined
  options: readonly { value: Value; label: string; description?: string }[]
  chosen: readonly Value[]
  onChoose: (chosen: Value[]) => void
  /** As many columns of at least this many pixels as fit; one without it. */
  fit?: number
}

/** Any of a few, each with a sentence of its own. */
export function CheckboxList<Value extends string>({ legend, description, error, options, chosen, onChoose, fit }: Props<Value>) {
  const id = useId()
  const Choices = fit === undefined ? Stack : Columns
  return (
    <Stack as="fieldset" gap={2} aria-describedby={joined(error && `${id}-error`, description && `${id}-help`)}>
      <Box as="legend" after={1} text="strong">{legend}</Box>
      {description && <Text as="div" id={`${id}-help`} tone="muted" text="caption">{description}</Text>}
      <Choices gap="2 4" align="start" {...(fit !== undefined && { fit })}>
        {options.map(({ value, ...words }) => (
          <Checkbox key={value} {...words} checked={chosen.includes(value)} aria-invalid={error ? true : undefined}
            onChange={({ target }) => onChoose(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))} />
        ))}
      </Choices>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </Stack>
  )
}
