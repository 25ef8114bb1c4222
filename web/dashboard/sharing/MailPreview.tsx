import { For } from 'solid-js'
import { MAIL_STYLES, type ScoreMail } from './mail.ts'
import './mailPreview.css'

/** The mail with its styles, set as properties so that the page's content security policy allows them. */
export function MailPreview(props: { mail: ScoreMail }) {
  return (
    <div class="mail-preview" lang={props.mail.language} dir={props.mail.dir}>
      <div style={MAIL_STYLES.whole}>
        <p style={MAIL_STYLES.ask}>{props.mail.ask}</p>
        <For each={props.mail.rows}>
          {(row) => (
            <ul class="mail-preview__row">
              <For each={row}>
                {({ text, address }) => (
                  <li style={MAIL_STYLES.number}>
                    <a style={MAIL_STYLES.link} href={address} target="_blank" rel="noopener">
                      {text}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          )}
        </For>
        <p style={MAIL_STYLES.ends}>{props.mail.ends}</p>
      </div>
    </div>
  )
}
