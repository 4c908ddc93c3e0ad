import { Link } from 'react-router'
import type { z } from 'zod'
import type { TaskInWords } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'

type Props = { tasks: readonly z.infer<typeof TaskInWords>[]; nameOf: (roleId: string) => string }

/** Tasks with the least role for each (BR-102a). */
export function RoleTasks({ tasks, nameOf }: Props) {
  const { t } = useWords()
  return (
    <Card title={t('role-templates.tasks')} flush>
      <Text pad="0 4 2" tone="muted"><span>{t('role-templates.tasks.text')}</span> <RuleLink rule="BR-102a" /></Text>
      <ul>
        {tasks.map(({ task, words, roleId }) => (
          <Stack as="li" gap="half" ruled="before" pad="2 4" key={task}>
            <span>{words}</span>
            <Link to={{ hash: roleId }}>{nameOf(roleId)}</Link>
          </Stack>
        ))}
      </ul>
    </Card>
  )
}
