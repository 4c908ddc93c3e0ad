/** The columns of Partner Center's customer-list export (BR-104). */
export const importColumns = ['id', 'companyName', 'domain', 'relationship'] as const
export type ImportColumn = (typeof importColumns)[number]

/** Partner Center's title of each column, to tell a person which one is missing. */
export const columnTitles: Record<ImportColumn, string> = {
  id: 'Microsoft ID',
  companyName: 'Company name',
  domain: 'Primary domain name',
  relationship: 'Relationship',
}

export const keyOfColumn = { id: 'id', companyName: 'name', domain: 'domain', relationship: 'relationship' } as const satisfies
  Record<ImportColumn, string>

/** Folds a name, so that case, width, accents, spaces, hyphens and other signs do not count. */
export const foldedName = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '').normalize('NFC')

/**
 * Every name that a file may give the columns, in six languages and by other systems: Partner Center's first, the vaguest last. Where two
 * columns' lists hold a name, the earlier column counts.
 */
const names: Record<ImportColumn, readonly string[]> = {
  id: [
    'Microsoft ID', 'ID da Microsoft', 'ID Microsoft', 'Идентификатор Microsoft', 'ИД Microsoft', 'Идентификатор Майкрософт',
    'Microsoft 식별자', 'Microsoft 标识', 'Microsoft 标识符', '微软 ID', 'Microsoft-Kennung',
    'Tenant ID', 'Customer tenant ID', 'Entra tenant ID', 'Microsoft tenant ID', 'Tenant', 'Mandanten-ID', 'Kundenmandanten-ID',
    'Mandantenkennung', '테넌트 ID', '고객 테넌트 ID', '테넌트 식별자', 'Идентификатор арендатора', 'ИД арендатора', 'ИД клиента (tenant)',
    'Идентификатор тенанта', 'ID тенанта', 'ID арендатора', 'ID do locatário', 'ID de locatário', 'ID do inquilino', 'ID do tenant',
    '租户 ID', '客户租户 ID', '租户标识', '租户标识符',
    'Directory ID', 'Verzeichnis-ID', '디렉터리 ID', 'Идентификатор каталога', 'ID do diretório', '目录 ID',
    'Customer ID', 'Kunden-ID', '고객 ID', 'ИД клиента', 'Идентификатор клиента', 'ID клиента', 'ID do cliente', '客户 ID', '客户标识',
  ],
  companyName: [
    'Company name', 'Firmenname', 'Unternehmensname', 'Name des Unternehmens', '회사 이름', '회사명', 'Название компании',
    'Наименование компании', 'Имя компании', 'Nome da empresa', '公司名称', '公司名',
    'Customer name', 'Organization name', 'Organisation name', 'Kundenname', 'Name der Organisation', '고객 이름', '고객명', '업체명',
    '조직 이름', 'Имя клиента', 'Название клиента', 'Наименование клиента', 'Название организации', 'Наименование организации',
    'Nome do cliente', 'Nome da organização', 'Razão social', '客户名称', '企业名称', '单位名称', '组织名称',
    'Company', 'Firma', 'Unternehmen', '회사', 'Компания', 'Empresa', '公司',
    'Customer', 'Kunde', '고객', 'Клиент', 'Cliente', '客户', 'Organization', 'Organisation', 'Организация', 'Organização',
    'Display name', 'Anzeigename', '표시 이름', 'Отображаемое имя', 'Nome de exibição', '显示名称',
    'Name', '이름', 'Название', 'Наименование', 'Имя', 'Nome', '名称',
  ],
  domain: [
    'Primary domain name', 'Primärer Domänenname', 'Name der primären Domäne', '주 도메인 이름', '기본 도메인 이름', 'Основное доменное имя',
    'Имя основного домена', 'Первичное доменное имя', 'Nome de domínio primário', 'Nome do domínio primário', 'Nome de domínio principal',
    'Nome do domínio principal', '主域名', '主要域名', '主域名称',
    'Primary domain', 'Primäre Domäne', 'Primärdomäne', 'Hauptdomäne', '주 도메인', '기본 도메인', 'Основной домен', 'Первичный домен',
    'Domínio primário', 'Domínio principal', '主域', '主要域',
    'Default domain name', 'Default domain', 'Standarddomäne', 'Домен по умолчанию', 'Domínio padrão', '默认域名', '默认域',
    'Domain name', 'Domänenname', '도메인 이름', 'Доменное имя', 'Имя домена', 'Nome de domínio', 'Nome do domínio', '域名',
    'Domain', 'Domäne', '도메인', 'Домен', 'Domínio', '域',
  ],
  relationship: [
    'Relationship', 'Beziehung', '관계', 'Отношение', 'Отношения', 'Relação', 'Relacionamento', '关系',
    'Relationship to partner', 'Beziehung zum Partner', '파트너와의 관계', '파트너 관계', 'Отношение к партнеру', 'Отношения с партнером',
    'Relação com o parceiro', '与合作伙伴的关系', '合作伙伴关系',
    'Relationship type', 'Beziehungstyp', 'Art der Beziehung', '관계 유형', 'Тип отношений', 'Тип отношения', 'Связь', 'Взаимоотношения',
    'Tipo de relação', 'Tipo de relacionamento', 'Vínculo', '关系类型',
  ],
}

const ranks = new Map<string, { column: ImportColumn; rank: number }>()
for (const column of importColumns)
  for (const [rank, name] of names[column].entries()) if (!ranks.has(foldedName(name))) ranks.set(foldedName(name), { column, rank })

/** Finds the column that a header cell names; a lower `rank` is a closer match. */
export const columnNamed = (cell: string): { column: ImportColumn; rank: number } | undefined => ranks.get(foldedName(cell))
