import { useId } from 'react'
import { Checkbox } from './checkbox.tsx'
import { FieldError } from './field.tsx'
import { joined } from '../joined.ts'
import { Box, Stack, Text } from '../looks/layout.tsx'

type Props<Value extends string> = {
  legend: string
  description: string
  error: string | undefined
  options: readonly { value: Value; label: string; description?: string }[]
  chosen: readonly Value[]
  onChoose: (chosen: Value[]) => void
}

/** Any of a few, each with a sentence of its own. */
export function CheckboxList<Value extends string>({ legend, description, error, options, chosen, onChoose }: Props<Value>) {
  const id = useId()
  return (
    <Stack as="fieldset" gap={2} aria-describedby={joined(error && `${id}-error`, `${id}-help`)}>
      <Box as="legend" after={1} text="strong">{legend}</Box>
      <Text as="div" id={`${id}-help`} tone="muted" text="caption">{description}</Text>
      {options.map(({ value, ...words }) => (
        <Checkbox key={value} {...words} checked={chosen.includes(value)} aria-invalid={error ? true : undefined}
          onChange={({ target }) => onChoose(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))} />
      ))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </Stack>
  )
}
