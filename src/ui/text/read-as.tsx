import { legacyEncodings, type LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { DecodedFile } from '../job/list-draft.ts'
import { Select } from '../forms/select.tsx'

type Props = { decoded: DecodedFile; onChoose: (file: File, encoding: LegacyEncoding) => void }

/** Shows a file's guessed encoding beside its text, to change where names look wrong. */
export function ReadAs({ decoded: { file, encoding }, onChoose }: Props) {
  const { t } = useWords()
  return (
    <Select label={t('bulk.read_as', { file: file.name })} description={t('bulk.read_as.hint')} value={encoding}
      options={legacyEncodings.map((value) => ({ value, label: t(`customers.import.encoding.${value}`) }))}
      onChange={(event) => {
        const chosen = legacyEncodings.find((each) => each === event.target.value)
        if (chosen) onChoose(file, chosen)
      }} />
  )
}
