import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { openTable } from '../../../api/importing/files/table.ts'
import { recogniseCodePage } from '../../../api/importing/files/recognise.ts'
import { InvalidInput } from '../../../surveys/errors.ts'
import { temporaryFile } from '../../support/database.ts'

async function cellsOf(bytes: Uint8Array, encoding?: string): Promise<string> {
  const file = temporaryFile('answers.csv')
  writeFileSync(file, bytes)
  const table = await openTable(file, { encoding })
  const rows: string[] = []
  for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells.join()))
  return rows.join('\n')
}

async function question(text: string, encoding: string): Promise<string> {
  try {
    return await cellsOf(iconv.encode(`score,comment\n9,${text}`, encoding))
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors[0]!.message
    throw error
  }
}

it.each([
  ['windows-1250', 'Dvořák;Žádný problém, děkuji;Příliš pomalé řešení'],
  ['windows-1250', 'Wójcik;Bardzo dobra obsługa, dziękuję;Zbyt długo czekałem na odpowiedź'],
  ['iso-8859-2', 'Štěpán;Žádný problém, děkuji;Příliš pomalé řešení;Čekám už týden'],
  ['cp852', 'Dvořák;Žádný problém, děkuji;Příliš pomalé řešení'],
  ['windows-1252', 'Müller;Sehr schön, danke für alles;Zu spät geliefert – ärgerlich für 5 €'],
  ['windows-1252', 'Hélène;François;très bien, merci à bientôt'],
  ['windows-1255', 'דנה;שירות מצוין תודה רבה;חיכיתי יותר מדי זמן ולא ענו לי'],
  ['windows-1251', 'Иван;Очень хорошо, спасибо;Слишком долго ждал ответа'],
  ['windows-1253', 'Γιώργος;Πολύ καλή εξυπηρέτηση, ευχαριστώ πολύ'],
  ['windows-1254', 'Ayşe;Çok güzel, teşekkürler;Işık çok yavaş bir hizmet aldım'],
  ['windows-1256', 'محمد;خدمة ممتازة شكرا جزيلا;انتظرت وقتا طويلا جدا'],
  ['windows-1257', 'Žydrūnas;Labai ačiū už pagalbą;viskas gerai'],
  ['macintosh', 'Müller;Sehr schön, danke für alles;Zu spät geliefert, ärgerlich'],
  ['shift_jis', '田中;とても良いサービスでした;ありがとうございます'],
  ['utf-16be', 'Dvořák;Žádný problém, děkuji'],
  ['utf-16le', 'דנה;שירות מצוין תודה רבה'],
])('reads %s: %s', async (encoding, text) => {
  const rows = text.split(';').map((cell) => `9\t${cell}`)
  const read = await cellsOf(iconv.encode(`score\tcomment\n${rows.join('\n')}`, encoding))
  expect(read).toBe(rows.join('\n').replaceAll('\t', ','))
})

it('asks for the encoding if few words leave it ambiguous, and shows each reading', async () => {
  expect(await question('שלום', 'windows-1255')).toMatch(
    /can be read in several ways: .*windows-1255 \(שלום\).*--encoding/,
  )
  expect(await question('Ayşe', 'windows-1254')).toMatch(/\(Ayþe\).*windows-1254 \(Ayşe\)/)
})

it('does not ask about encodings that read the file alike', async () => {
  expect(await question('Müller', 'windows-1252')).toBe('9,Müller')
})

it('reads the file in the chosen encoding', async () => {
  const bytes = iconv.encode('score,comment\n9,שלום', 'windows-1255')
  expect(await cellsOf(bytes, 'windows-1255')).toBe('9,שלום')
  await expect(cellsOf(bytes, 'klingon')).rejects.toThrow('"klingon" is no encoding known here')
})

it('refuses bytes that are not text in any encoding', async () => {
  const noise = Uint8Array.from({ length: 400 }, (_, index) => 128 + ((index * 73) % 128))
  await expect(recogniseCodePage(noise, noise)).rejects.toThrow('--encoding')
})
