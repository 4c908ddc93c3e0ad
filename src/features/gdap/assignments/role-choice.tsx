import { useId } from 'react'
import { manyRoles } from '../../../../domain/gdap/stuck.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { FieldError } from '../../../ui/forms/field.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { useRoles } from '../role-queries.ts'
import styles from './assignments.module.css'

type Props = {
  offered: readonly string[]
  chosen: readonly string[]
  error: string | undefined
  onChange: (chosen: readonly string[]) => void
}

/** Chooses some of a relationship's roles, in the relationship's order. */
export function RoleChoice({ offered, chosen, error, onChange }: Props) {
  const { t } = useWords()
  const errorId = useId()
  const { byId, nameOf, ordered } = useRoles()
  const toggle = (id: string) => onChange(offered.filter((each) => (each === id ? !chosen.includes(id) : chosen.includes(each))))
  return (
    <Stack as="fieldset" gap={2} className={styles.roles} aria-describedby={error && errorId}>
      <legend>{t('delegated-admin.assign.roles')}</legend>
      <Row gap="1 2" align="center">
        <Text as="span" role="status" tone="muted">
          {t('delegated-admin.assign.roles.chosen', { count: chosen.length, all: offered.length })}
        </Text>
        <Button variant="subtle" onPress={() => onChange(offered)}>{t('delegated-admin.assign.roles.all')}</Button>
        <Button variant="subtle" onPress={() => onChange([])}>{t('delegated-admin.assign.roles.none')}</Button>
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
