/** Writes Partner Center's export with this many rows, always the same. */
export function customerCsv(count: number): string {
  const lines = ['Microsoft ID,Company name,Primary domain name,Relationship']
  for (let row = 0; row < count; row++) {
    const id = `00000000-0000-4000-8000-${row.toString(16).padStart(12, '0')}`
    lines.push(`${id},${names[row % names.length]} ${row},customer${row}.onmicrosoft.com,Cloud Reseller`)
  }
  return `${lines.join('\r\n')}\r\n`
}

const names = [
  'Coho Motors', 'Blue Yonder Insurance', 'City Power', 'Fabrikam Steel', 'Alpine Clinic', 'Humongous Insurance', 'Wide World Importers',
]
