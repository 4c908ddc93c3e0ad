import { useMemo } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { downloadFile } from '../../../ui/files/download-text.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import styles from './message-kit.module.css'
import { pngOf, qrPicture, svgOf } from './qr-picture.ts'

/** The link as a QR code and text, to download as a picture. */
export function QrDialog({ link, fileName, onClose }: { link: string; fileName: string; onClose: () => void }) {
  const { t } = useWords()
  const picture = useMemo(() => qrPicture(link), [link])
  const svg = () => downloadFile(`${fileName}.svg`, new Blob([svgOf(picture)], { type: 'image/svg+xml' }))
  const png = async () => {
    try {
      downloadFile(`${fileName}.png`, await pngOf(picture))
    } catch {
      showToast(t('kit.qr.failed'), 'caution')
    }
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('kit.qr')} actions={
      <>
        <Button icon="download" onPress={svg}>{t('kit.qr.svg')}</Button>
        <Button icon="download" variant="accent" onPress={() => void png()}>{t('kit.qr.png')}</Button>
      </>
    }>
      <p>{t('kit.qr.hint')}</p>
      <svg className={styles.qr} viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={t('kit.qr.alt', { link })}>
        <rect width="100%" height="100%" fill="#fff" />
        <path d={picture.path} shapeRendering="crispEdges" fill="#000" />
        {picture.lines.map(({ text, y }) => (
          <text key={y} x={picture.width / 2} y={y} fontSize="1.9" fontFamily="monospace" textAnchor="middle" fill="#000">{text}</text>
        ))}
      </svg>
    </Dialog>
  )
}
