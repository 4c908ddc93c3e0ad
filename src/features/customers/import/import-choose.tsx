import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { FieldError } from '../../../ui/forms/field.tsx'
import { FileButton } from '../../../ui/forms/file-button.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import type { FileRefusal } from './import-file.ts'
import styles from './import.module.css'

/** Why a file was refused, by this browser or by the server. */
type Refusal = { file: string; why: FileRefusal } | { file: string; reason: string }

type Props = { refusal: Refusal | undefined; onFile: (file: File) => void }

/** Partner Center's column names in every language of its export. */
const columns = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship']

/** Takes a file by an accessible button, or by drop. */
export function ImportChoose({ refusal, onFile }: Props) {
  const { t, formatList } = useWords()
  const [over, setOver] = useState(false)
  return (
    <Stack
      gap={3} align="center" pad="10 4" className={styles.drop} data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      <Icon name="upload" size={24} tone="info" />
      <Row gap="2 3" align="center" justify="center">
        <FileButton variant="accent" aria-describedby="import-limits" label={t('customers.import.choose')} onFile={onFile} />
        <Text as="span" measure={76} tone="muted">{over ? t('customers.import.drop_now') : t('customers.import.drop')}</Text>
      </Row>
      <div role="alert">
        {refusal && (
          <FieldError id="import-refusal">
            {'why' in refusal
              ? t(`customers.import.refused.${refusal.why}`, { file: refusal.file })
              : t('customers.import.refused.told', refusal)}
          </FieldError>
        )}
      </div>
      <Text as="div" id="import-limits" measure={76} tone="muted">
        <p>{t('customers.import.columns', { names: formatList(columns) })}</p>
        <p>{t('customers.import.limits')}</p>
      </Text>
    </Stack>
  )
}
