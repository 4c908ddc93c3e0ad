import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Box, Line, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import styles from './persona-list.module.css'
import type { PersonaGroup } from './personas.ts'

type Props = { groups: readonly PersonaGroup[]; pending: string | undefined; onChoose: (persona: string) => void }

/** The demo's personas by organisation, with kind, cloud, country and role. */
export function PersonaList({ groups, pending, onChoose }: Props) {
  const { t, formatCountry, formatList } = useWords()
  return (
    <ul className={styles.groups}>
      {groups.map(({ organization, people }) => (
        <Box as="li" key={organization.id} card after={4} className={styles.group}>
          <Text as="h2" text="title" pad="0 2">{organization.displayName}</Text>
          <Row as="p" gap="0 3" align="center" tone="muted" text="caption" pad="0 2" after={2}>
            <span>{t(`session.kind.${organization.kind}`)}</span>
            <Line as="span" inline gap={1} align="center"><Icon name="cloud" /><span>{t(`ui.cloud.${organization.cloud}`)}</span></Line>
            <span>{formatCountry(organization.country)}</span>
          </Row>
          <ul>
            {people.map(({ persona, user }) => (
              <li key={persona}>
                <button type="button" className={styles.person} aria-disabled={pending !== undefined || undefined}
                  data-pending={pending === persona || undefined} onClick={() => pending === undefined && onChoose(persona)}>
                  <Icon name="person" size={20} />
                  <Stack as="span" grow>
                    <span className={styles.displayName}>{user.displayName}</span>
                    <Text as="span" tone="muted" text="caption">{formatList(user.roles.map((role) => t(`ui.role.${role}`)))}</Text>
                  </Stack>
                  <Icon name="chevronRight" />
                </button>
              </li>
            ))}
          </ul>
        </Box>
      ))}
    </ul>
  )
}
