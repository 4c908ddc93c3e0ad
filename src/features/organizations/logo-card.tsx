import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mostOfLogo } from '../../../domain/organizations/logo.ts'
import type { OrganizationLogo } from '../../../domain/organizations/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { FieldError } from '../../ui/forms/field.tsx'
import { FileButton } from '../../ui/forms/file-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { giveLogo, logoInputs, organizationQueries, removeLogo } from './organization-requests.ts'

const size = mostOfLogo.bytes / 1024

type Props = { organization: string; verdict: Verdict; isHidden: boolean }

/** The organisation's logo. `isHidden`: others are not shown it. */
export function LogoCard({ organization, verdict, isHidden }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(organizationQueries.logo())
  return (
    <Card title={t('organization.logo')}>
      <Stack gap={4}>
        <Text tone="muted" measure={72}>{t('organization.logo.text', { size })}</Text>
        {!data ? <NotYet query={query} lines={2} /> : (
          <>
            {data.logo
              ? <img {...data.logo} alt={t('organization.logo.alt', { organization })} className="plate" />
              : <p>{t('organization.logo.none')}</p>}
            {data.logo && isHidden && <Text tone="caution">{t('organization.logo.hidden')}</Text>}
            {verdict.allowed && <Choice given={data} />}
          </>
        )}
      </Stack>
    </Card>
  )
}

function Choice({ given: { logo, etag } }: { given: OrganizationLogo }) {
  const { t } = useWords()
  const [isTooLarge, setTooLarge] = useState(false)
  const { complaints, mended, ...give } = useAction('organizations', giveLogo, logoInputs)
  const remove = useAction('organizations', removeLogo)
  const complaint = isTooLarge ? t('organization.logo.too_large', { size }) : complaints['/picture']
  const choose = async (file: File) => {
    mended('/picture')
    setTooLarge(file.size > mostOfLogo.bytes)
    if (file.size > mostOfLogo.bytes) return
    if (await give.run({ file, etag })) showToast(t('organization.logo.saved'))
  }
  const takeAway = async () => {
    if (await remove.run(etag)) showToast(t('organization.logo.removed'))
  }
  return (
    <Stack gap={2}>
      <Row gap={2}>
        <FileButton icon="upload" accept=".png,.svg,image/png,image/svg+xml" pending={give.isRunning}
          label={t(logo ? 'organization.logo.replace' : 'organization.logo.choose')} onFile={(file) => void choose(file)} />
        {logo && (
          <Button variant="plain" icon="trash" pending={remove.isRunning} onPress={() => void takeAway()}>
            {t('organization.logo.remove')}
          </Button>
        )}
      </Row>
      <div role="alert">{complaint && <FieldError id="logo-error">{complaint}</FieldError>}</div>
    </Stack>
  )
}
