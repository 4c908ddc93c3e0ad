import { describe, expect, it } from 'vitest'
import { told } from '../testing/facts.ts'
import { keepsLink, keepsLinkWhole } from './message-rules.ts'

const token = 'AbC-dE_fGhIjKlMnOpQrStUvWxYz0123456789AbCdEf'
const link = `https://portal.example/accept/${token}`
const missing = 'message.link_missing BR-38'
const altered = 'message.link_altered BR-38'

describe('an edited message', () => {
  it.each([
    ['BR-38 keeps the link on a line of its own', `Hello\n\n${link}\n`, 'allowed'],
    ['BR-38 keeps it within a sentence', `Open ${link}, then accept.`, 'allowed'],
    ['BR-38 keeps it at the very end', link, 'allowed'],
    ['BR-38 China: without its first two paragraphs', `${link}\n\nKind regards`, 'allowed'],
    ['BR-38 holds it twice', `${link} or ${link}`, 'allowed'],
    ['BR-38 has lost it', 'Hello\n', missing],
    ['BR-38 is empty', '', missing],
    ['BR-38 has another link', `https://portal.example/accept/${token.toLowerCase()}`, missing],
    ['BR-38 has another host', `https://elsewhere.example/accept/${token}`, missing],
    ['BR-38 has the link with a break in it', link.replace('accept/', 'accept/\n'), missing],
    ['BR-38 has something written onto its end', `${link}x`, missing],
    ['BR-38 has a whole one beside a broken one', `${link}x ${link}`, 'allowed'],
  ])('%s', (_clause, text, expected) => {
    expect(told(keepsLink(text, link))).toBe(expected)
  })

  it.each([
    ['BR-38 has the link in its text alone', { subject: 'Hello', text: link }, 'allowed'],
    ['BR-38 has it in its subject too', { subject: link, text: link }, altered],
    ['BR-38 has the token in its subject', { subject: `Code ${token}`, text: link }, altered],
    ['BR-38 has the token behind another address', { subject: '', text: `${link}\nhttps://elsewhere.example/${token}` }, altered],
  ])('%s', (_clause, message, expected) => {
    expect(told(keepsLinkWhole(message, link))).toBe(expected)
  })

  it.each([
    ['BR-38 has a known address with the same token', { subject: '', text: `${link}\nhttps://known.example/${token}` }, 'allowed'],
    ['BR-38 has that one in its subject', { subject: `https://known.example/${token}`, text: link }, altered],
    ['BR-38 has another one still', { subject: '', text: `${link}\nhttps://elsewhere.example/${token}` }, altered],
  ])('%s', (_clause, message, expected) => {
    expect(told(keepsLinkWhole(message, link, [`https://known.example/${token}`]))).toBe(expected)
  })
})
