import { useState } from 'react'
import { columnChoiceText, readColumnChoice } from '../../../../domain/customers/import-column-choice.ts'
import { importColumns } from '../../../../domain/customers/import-column-names.ts'
import type { ListQuestion } from '../../../../domain/customers/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RadioGroup } from '../../../ui/forms/radio-group.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { checkImport, checkWithColumns } from './import-job.ts'
import type { ChosenFile, ColumnsQuestion } from './import-state.ts'
import styles from './import.module.css'

type Asked = { file: ChosenFile; another: Elements }

/** Asks for the encoding in which the names are right; a person confirms the likeliest. */
export function EncodingForm({ file, encodings, another }: Asked & { encodings: NonNullable<ListQuestion['encodings']> }) {
  const { t } = useWords()
  const [encoding, setEncoding] = useState(encodings[0]?.encoding)
  return (
    <Stack as={Form} gap={4} onSubmit={() => encoding && checkImport({ ...file, encoding })}>
      <Text measure={76} tone="muted">{t('customers.import.encoding.text', { file: file.name })}</Text>
      <RadioGroup legend={t('customers.import.encoding.legend')} value={encoding ?? ''} onChoose={(value) => value && setEncoding(value)}
        options={encodings.map((each) => ({
          value: each.encoding,
          label: t(`customers.import.encoding.${each.encoding}`),
          description: (
            <Row as="ul" gap="0 4" className={styles.names} translate="no">
              {each.names.map((name) => <li key={name} dir="auto">{name}</li>)}
            </Row>
          ),
        }))} />
      <Text measure={76} tone="muted">{t('customers.import.encoding.none')}</Text>
      <Row gap="2 3" align="center">
        <Button type="submit" variant="accent">{t('customers.import.encoding.confirm')}</Button>
        {another}
      </Row>
    </Stack>
  )
}

type Chosen = Record<(typeof importColumns)[number], string>

function chosenAtFirst({ columns: before }: ChosenFile, { found }: ColumnsQuestion): Chosen {
  const said = readColumnChoice(before?.said ?? '')
  const positions = importColumns.map((column) => {
    const position = said[column]
    return [column, String(typeof position === 'number' ? position + 1 : (found[column] ?? ''))]
  })
  return Object.fromEntries(positions) as Chosen
}

/** Asks which column is which, beside the first rows; columns found by name or chosen before are preset. */
export function ColumnsForm({ file, columns, another }: Asked & { columns: ColumnsQuestion }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(() => chosenAtFirst(file, columns))
  const [tried, setTried] = useState(false)
  const width = Math.max(columns.header?.length ?? 0, ...columns.rows.map((row) => row.length))
  const positions = Array.from({ length: width }, (_, index) => index)
  const nameOf = (index: number) => columns.header?.[index] || t('customers.import.mapping.column', { number: index + 1 })
  const wrong = (column: keyof Chosen) => {
    if (chosen[column] === '') return t('customers.import.mapping.missing')
    const isTwice = importColumns.some((other) => other !== column && chosen[other] === chosen[column])
    return isTwice ? t('customers.import.mapping.twice') : undefined
  }
  const send = () => {
    setTried(true)
    if (importColumns.some(wrong)) return undefined
    const said = columnChoiceText(Object.fromEntries(importColumns.map((column) => [column, Number(chosen[column]) - 1])))
    return checkWithColumns(file, columns, said)
  }
  return (
    <Stack as={Form} gap={4} onSubmit={send}>
      <Text measure={76} tone="muted">{t('customers.import.mapping.text', { file: file.name })}</Text>
      <div className={styles.preview}>
        <table aria-label={t('customers.import.mapping.rows')} translate="no">
          <thead><tr>{positions.map((index) => <th key={index} scope="col" dir="auto">{nameOf(index)}</th>)}</tr></thead>
          <tbody>
            {columns.rows.map((row, line) => (
              <tr key={line}>{positions.map((index) => <td key={index} dir="auto">{row[index]}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      <Columns fit={220} gap="3 4">
        {importColumns.map((column) => (
          <Select key={column} label={t(`customers.import.mapping.of.${column}`)} value={chosen[column]}
            error={tried ? wrong(column) : undefined} placeholder={t('customers.import.mapping.choose')}
            options={positions.map((index) => ({ value: String(index + 1), label: nameOf(index) }))}
            onChange={(event) => setChosen({ ...chosen, [column]: event.target.value })} />
        ))}
      </Columns>
      <Row gap="2 3" align="center">
        <Button type="submit" variant="accent">{t('customers.import.mapping.confirm')}</Button>
        {another}
      </Row>
    </Stack>
  )
}
