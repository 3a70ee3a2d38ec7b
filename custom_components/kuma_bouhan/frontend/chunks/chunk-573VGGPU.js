import{d as u}from"./chunk-3A3V5TTW.js";import{Ka as c,La as f,ra as n}from"./chunk-UG2EDGRD.js";import{a as o}from"./chunk-BYHIPRB2.js";import{a as l,b as s,e as p,i as a,j as h,k as d,o as m}from"./chunk-HILQJUX4.js";import{a as r}from"./chunk-LO2NM3CE.js";var t=class extends f{constructor(){super(...arguments);this.own=!1;this.words=[];this.problem=""}static{this.styles=[...m,l`
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
    `]}connectedCallback(){super.connectedCallback(),this.make()}disconnectedCallback(){super.disconnectedCallback(),this.clear()}get missing(){let{passphrase:e,again:i}=this.value;return!e||!i?this.t("keys.secret.missing"):this.own&&e!==i?this.t("keys.secret.differ"):""}get value(){let e=this.renderRoot.querySelector("#again")?.value??"";return{passphrase:this.own?this.first?.value??"":this.words.join(" "),again:e}}clear(){this.words=[];for(let e of this.fields??[])e.clear()}async make(){this.problem="",this.words=[];try{let{words:e}=await u(this.panel.hass,["keys","words"],{language:this.panel.format.language});this.isConnected&&(this.words=typeof e=="string"?e.split(/\s+/):e)}catch(e){this.problem=this.panel.words(e),this.own=!0}}choose(e){this.own=e;for(let i of this.fields)i.clear()}render(){return s`
      <fieldset>
        <legend>${this.t("keys.secret.kind")}</legend>
        ${this.choice(!1,"keys.secret.words")} ${this.choice(!0,"keys.secret.own")}
      </fieldset>
      ${this.problem?s`<p class="hint" role="alert">${this.problem}</p>`:p}
      ${this.own?s`<kb-passphrase
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
    `}choice(e,i){return s`<label class="choice">
      <input
        type="radio"
        name="kind"
        .checked=${this.own===e}
        @change=${()=>this.choose(e)}
      />
      ${this.t(i)}
    </label>`}made(){return this.words.length?s`
      <p id="write">${this.t("keys.secret.words_write")}</p>
      <ol class="words" aria-labelledby="write">
        ${this.words.map(e=>s`<li>${e}</li>`)}
      </ol>
      <button type="button" class="button quiet others" @click=${this.make}>
        ${c(n,20)}${this.t("keys.secret.others")}
      </button>
    `:s`<p class="soft" role="status">${this.t("keys.secret.making")}</p>`}};r([a()],t.prototype,"own",2),r([a()],t.prototype,"words",2),r([a()],t.prototype,"problem",2),r([h("#first")],t.prototype,"first",2),r([d("kb-passphrase")],t.prototype,"fields",2);o("kb-new-secret",t);
