import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Marked, Row, Stack } from '../../../ui/looks/layout.tsx'
import { RoleNames } from './role-names.tsx'

type Props = {
  /** The present version; null when deleted. */
  present: RoleTemplate | null
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else changed the template: shows it and two ways on. */
export function TemplateConflict({ present, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useWords()
  return (
    <Stack role="alert" gap={2} box="caution-soft" pad="3 4">
      <Marked as="p" tone="caution" measure={80}>
        <Icon name="caution" />
        <span>{t(present ? 'role-templates.conflict' : 'role-templates.conflict.deleted')}</span>
      </Marked>
      {present && (
        <>
          <p>{t('role-templates.conflict.now', { name: present.name })}</p>
          <RoleNames roles={present.roles} />
        </>
      )}
      <Row gap={2} align="start">
        {present && <Button onPress={onTakeTheirs}>{t('role-templates.conflict.theirs')}</Button>}
        <Button onPress={onKeepMine}>{t(present ? 'role-templates.conflict.mine' : 'role-templates.conflict.anew')}</Button>
      </Row>
    </Stack>
  )
}
