import{a as $}from"./chunk-RBTVVJGX.js";import{Ka as n,La as w,g as h,ra as d}from"./chunk-QH2FQVPP.js";import{a as b,d as y,f as v}from"./chunk-3A3V5TTW.js";import{a as c}from"./chunk-BYHIPRB2.js";import{a as m,b as e,e as o,h as u,i as a,j as f,k as g,o as k}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var r=class extends w{constructor(){super(...arguments);this.own=!1;this.words=[];this.problem=""}static{this.styles=[...k,m`
      :host {
        display: grid;
        gap: 16px;
      }
      .words {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
        gap: 8px;
        counter-reset: word;
      }
      .words li {
        counter-increment: word;
        display: flex;
        align-items: baseline;
        gap: 8px;
        padding: 8px 12px;
        border-radius: 10px;
        font-size: 18px;
        font-weight: 600;
        background: var(--kb-tint);
        user-select: text;
      }
      .words li::before {
        content: counter(word);
        color: var(--kb-soft);
        font-size: 13px;
        font-weight: 400;
      }
      .others {
        justify-self: start;
        margin-inline-start: -12px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.make()}disconnectedCallback(){super.disconnectedCallback(),this.clear()}get missing(){let{passphrase:t,again:s}=this.value;return!t||!s?this.t("keys.secret.missing"):this.own&&t!==s?this.t("keys.secret.differ"):""}get value(){let t=this.renderRoot.querySelector("#again")?.value??"";return{passphrase:this.own?this.first?.value??"":this.words.join(" "),again:t}}clear(){this.words=[];for(let t of this.fields??[])t.clear()}async make(){this.problem="",this.words=[];try{let{words:t}=await this.send(["keys","words"],{language:this.panel.format.language});this.isConnected&&(this.words=typeof t=="string"?t.split(/\s+/):t)}catch(t){this.problem=this.panel.words(t),this.own=!0}}choose(t){this.own=t;for(let s of this.fields)s.clear()}render(){return e`
      <fieldset>
        <legend>${this.t("keys.secret.kind")}</legend>
        ${this.choice(!1,"keys.secret.words")} ${this.choice(!0,"keys.secret.own")}
      </fieldset>
      ${this.problem?e`<p class="hint" role="alert">${this.problem}</p>`:o}
      ${this.own?e`<kb-passphrase
              id="first"
              autocomplete="new-password"
              .panel=${this.panel}
              .label=${this.t("keys.secret.own_first")}
              .hint=${this.t("keys.secret.own_hint")}
            ></kb-passphrase>`:this.made()}
      <kb-passphrase
        id="again"
        autocomplete="new-password"
        .panel=${this.panel}
        .label=${this.t(this.own?"keys.secret.own_again":"keys.secret.again")}
        .hint=${this.own?"":this.t("passphrase.hint")}
      ></kb-passphrase>
    `}choice(t,s){return e`<label class="choice">
      <input
        type="radio"
        name="kind"
        .checked=${this.own===t}
        @change=${()=>this.choose(t)}
      />
      ${this.t(s)}
    </label>`}made(){return this.words.length?e`
      <p id="write">${this.t("keys.secret.words_write")}</p>
      <ol class="words" aria-labelledby="write">
        ${this.words.map(t=>e`<li>${t}</li>`)}
      </ol>
      <button type="button" class="button quiet others" @click=${this.make}>
        ${n(d,20)}${this.t("keys.secret.others")}
      </button>
    `:e`<p class="soft" role="status">${this.t("keys.secret.making")}</p>`}};i([u({attribute:!1})],r.prototype,"send",2),i([a()],r.prototype,"own",2),i([a()],r.prototype,"words",2),i([a()],r.prototype,"problem",2),i([f("#first")],r.prototype,"first",2),i([g("kb-passphrase")],r.prototype,"fields",2);c("kb-new-secret",r);var p=class extends ${constructor(){super(...arguments);this.mustAccept=!1;this.accepts=!1}connectedCallback(){super.connectedCallback(),this.mustAccept=this.panel.lock?.plain_http==="ask"}async send(t,s={}){if(this.unaccepted)throw new b("plain_http_not_accepted");try{return await y(this.panel.hass,t,{...s,...this.accepts?{accept_plain_http:!0}:{}})}catch(l){throw v(l).key==="plain_http_not_accepted"&&(this.mustAccept=!0),l}}get unaccepted(){return this.mustAccept&&!this.accepts}newSecret(){return e`
      ${this.plainHttp()}
      ${this.unaccepted?o:e`<kb-new-secret
              .panel=${this.panel}
              .send=${(t,s)=>this.send(t,s)}
              @enter=${()=>this.enter()}
            ></kb-new-secret>`}
    `}plainHttp(){return this.mustAccept?e`<div class="field">
      <p class="note warn">${n(h)}<span>${this.t("unlock.plain_http")}</span></p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.accepts}
          @change=${t=>{this.accepts=t.target.checked}}
        />
        ${this.t("unlock.accept_plain_http")}
      </label>
    </div>`:o}};i([a()],p.prototype,"mustAccept",2),i([a()],p.prototype,"accepts",2);export{p as a};
