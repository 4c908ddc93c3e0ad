import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Box, Row, Stack, Text } from '../../ui/layout.tsx'
import styles from './persona-list.module.css'
import type { PersonaGroup } from './personas.ts'

type Props = { groups: readonly PersonaGroup[]; pending: string | undefined; onChoose: (persona: string) => void }

/** The people of the demo, by organisation, with what decides their rights: kind, cloud, country and role. */
export function PersonaList({ groups, pending, onChoose }: Props) {
  const { t, formatCountry, formatList } = useWords()
  return (
    <ul className={styles.groups}>
      {groups.map(({ organization, people }) => (
        <Box key={organization.id} as="li" box="card" after={4} className={styles.group}>
          <Text as="h2" text="title" className={styles.name}>{organization.displayName}</Text>
          <Row as="p" gap="0 3" align="center" tone="muted" text="caption" className={styles.facts}>
            <span>{t(`session.kind.${organization.kind}`)}</span>
            <span className={styles.cloud}><Icon name="cloud" /><span>{t(`ui.cloud.${organization.cloud}`)}</span></span>
            <span>{formatCountry(organization.country)}</span>
          </Row>
          <ul>
            {people.map(({ persona, user }) => (
              <li key={persona}>
                <button type="button" className={styles.person} aria-disabled={pending !== undefined || undefined}
                  data-pending={pending === persona || undefined} onClick={() => pending === undefined && onChoose(persona)}>
                  <Icon name="person" size={20} />
                  <Stack as="span" className={styles.who}>
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
