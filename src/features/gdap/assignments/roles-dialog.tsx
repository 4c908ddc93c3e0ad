import { useId } from 'react'
import { manyRoles } from '../../../../domain/gdap/stuck.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { FieldError } from '../../../ui/forms/field.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useRoles } from '../role-queries.ts'
import styles from './assignments.module.css'

type ChoiceProps = {
  /** The relationship's roles. */
  offered: readonly string[]
  chosen: readonly string[]
  error: string | undefined
  onChoose: (chosen: readonly string[]) => void
}

type Props = ChoiceProps & {
  isOpen: boolean
  /** Closes it and keeps what is chosen. */
  onClose: () => void
  onCancel: () => void
  title: string
  lead: string
  submit: string
  verdict: Verdict
  pending: boolean
  onSubmit: () => unknown
  children?: Elements
}

/** Gives a group some of a relationship's roles. */
export function RolesDialog({ isOpen, onClose, onCancel, title, lead, submit, verdict, pending, onSubmit, children, ...choice }: Props) {
  const { t } = useWords()
  const id = useId()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={
      <>
        <Button onPress={onCancel}>{t('ui.dialog.cancel')}</Button>
        <ActionButton type="submit" form={id} variant="accent" verdict={verdict} pending={pending}>{submit}</ActionButton>
      </>
    }>
      <Stack as={Form} id={id} gap={4} onSubmit={onSubmit}>
        <Text tone="muted">{lead}</Text>
        {children}
        <RoleChoice {...choice} />
      </Stack>
    </Dialog>
  )
}

/** Chooses some of a relationship's roles, in the relationship's order. */
function RoleChoice({ offered, chosen, error, onChoose }: ChoiceProps) {
  const { t } = useWords()
  const errorId = useId()
  const { byId, nameOf, ordered } = useRoles()
  const toggle = (id: string) => onChoose(offered.filter((each) => (each === id ? !chosen.includes(id) : chosen.includes(each))))
  return (
    <Stack as="fieldset" gap={2} className={styles.roles} aria-describedby={error && errorId}>
      <legend>{t('delegated-admin.assign.roles')}</legend>
      <Row gap="1 2" align="center">
        <Text as="span" role="status" tone="muted">
          {t('delegated-admin.assign.roles.chosen', { count: chosen.length, all: offered.length })}
        </Text>
        <Button variant="subtle" onPress={() => onChoose(offered)}>{t('delegated-admin.assign.roles.all')}</Button>
        <Button variant="subtle" onPress={() => onChoose([])}>{t('delegated-admin.assign.roles.none')}</Button>
      </Row>
      <Stack as="ul" gap={2}>
        {ordered(offered).map((id) => (
          <li key={id}>
            <Checkbox label={nameOf(id)} description={byId.get(id)?.allows} checked={chosen.includes(id)} onChange={() => toggle(id)} />
          </li>
        ))}
      </Stack>
      {chosen.length >= manyRoles && (
        <Box as="p" callout="caution" box="caution-soft" pad="2 3">{t('delegated-admin.assign.many', { count: manyRoles })}</Box>
      )}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </Stack>
  )
}
