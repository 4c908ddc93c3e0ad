import { useLayoutEffect, useRef } from 'react'
import type { Elements } from '../elements.ts'
import { Row, Stack, Text } from '../looks/layout.tsx'
import { Noted } from '../looks/noted.tsx'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

type Words = { title: string; warning: string; secret: string; copy: string; done: string; use: string }

/** A secret that is shown this once, only this page's memory holds it; `words.secret` names it, `above` says what it is of. */
export function ShownOnce({ secret, words, above, onDone, children }: {
  secret: string; words: Words; above?: Elements; onDone: () => void; children?: Elements
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <Stack gap={3} measure="640px">
      <h3 ref={heading} tabIndex={-1} className="quiet">{words.title}</h3>
      {above}
      <Noted icon="caution" mark="caution" box="caution-soft" callout="caution" pad={3}>{words.warning}</Noted>
      <Text as="code" translate="no" breaks box="surface-sunken" pad={3} aria-label={words.secret}>{secret}</Text>
      <Row gap={2} align="center">
        <CopyButton text={secret} label={words.copy} variant="accent" />
        <Button onPress={onDone}>{words.done}</Button>
      </Row>
      <Text tone="muted">{words.use}</Text>
      {children}
    </Stack>
  )
}
