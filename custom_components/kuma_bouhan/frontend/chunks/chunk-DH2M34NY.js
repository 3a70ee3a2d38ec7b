import{c as h}from"./chunk-QOUW7LEQ.js";import{a as u}from"./chunk-D4KRP3LB.js";import{Ka as a,La as f,oa as o,w as p}from"./chunk-QH2FQVPP.js";import{a as s}from"./chunk-BYHIPRB2.js";import{a as l,b as i,h as n,i as d,j as m,o as c}from"./chunk-LBO2O6FZ.js";import{a as r}from"./chunk-LO2NM3CE.js";var e=class extends f{constructor(){super(...arguments);this.last=""}static{this.styles=[...c,u,l`
      :host {
        display: grid;
        gap: 16px;
      }
      iframe {
        width: 100%;
        height: min(420px, 45dvh);
        border: 1px solid var(--kb-line);
        border-radius: 10px;
        background: #fff;
        color-scheme: light;
      }
      .code {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        padding: 12px 16px;
        border-radius: 10px;
        font-size: 20px;
        background: var(--kb-tint);
        user-select: text;
      }
      .actions .button {
        flex: none;
      }
    `]}get lastGroup(){return this.last.trim()}disconnectedCallback(){super.disconnectedCallback(),this.last=""}print(){this.frame.contentWindow?.focus(),this.frame.contentWindow?.print()}render(){return i`
      <p>${this.t("keys.paper.print_what")}</p>
      <iframe
        title=${this.t("keys.paper.frame")}
        sandbox="allow-same-origin allow-modals"
        referrerpolicy="no-referrer"
        .srcdoc=${this.paper.paper}
      ></iframe>
      <div class="actions">
        <button type="button" class="button" @click=${this.print}>
          ${a(o,20)}${this.t("keys.paper.print")}
        </button>
      </div>
      <details>
        <summary>${a(p)}${this.t("keys.paper.no_printer")}</summary>
        <p class="code">${h(this.paper.code).map(t=>i`<span>${t}</span>`)}</p>
      </details>
      <div class="field">
        <label for="last">${this.t("keys.paper.last_group")}</label>
        <input
          id="last"
          class="code"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          maxlength="16"
          aria-describedby="last-hint"
          .value=${this.last}
          @input=${t=>this.last=t.target.value}
          @keydown=${t=>{t.key!=="Enter"||t.isComposing||(t.preventDefault(),this.dispatchEvent(new CustomEvent("enter")))}}
        />
        <p class="hint" id="last-hint">${this.t("keys.paper.last_group_hint")}</p>
      </div>
    `}};r([n({attribute:!1})],e.prototype,"paper",2),r([d()],e.prototype,"last",2),r([m("iframe")],e.prototype,"frame",2);s("kb-recovery-paper",e);
