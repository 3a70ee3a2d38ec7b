import{a as r}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as l,w as s}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as o}from"./chunk-BYHIPRB2.js";import{a as n,b as e}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var i=class extends r{constructor(t){super();this.kinds=t}static{this.styles=[...r.styles,n`
      ul {
        display: grid;
        gap: 8px;
      }
      li button {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        padding: 12px 16px;
        border: 1px solid var(--kb-line);
        border-radius: 12px;
        font: inherit;
        color: inherit;
        text-align: start;
        line-height: 1.5;
        background: none;
        cursor: pointer;
      }
      li button:hover {
        background: var(--kb-tint);
      }
      li button > span {
        flex: 1;
      }
      li .icon {
        color: var(--kb-soft);
      }
      small {
        display: block;
        color: var(--kb-soft);
        font-size: 14px;
      }
    `]}render(){return this.frame(this.t("requests.new"),e`<ul>
        ${this.kinds.map(t=>e`<li>
              <button type="button" @click=${()=>this.finish(t)}>
                <span>
                  <strong>${this.t(`requests.kind.${t}`)}</strong>
                  <small>${this.t(`requests.new_what.${t}`)}</small>
                </span>
                ${l(s)}
              </button>
            </li>`)}
      </ul>`,e`${this.cancel()}`)}};o("kb-new-request",i);export{i as NewRequestDialog};
