import{a as v}from"./chunk-ZIN35BPL.js";import"./chunk-UIIB3ZLL.js";import{a as u,b as f}from"./chunk-FWTH2NWR.js";import{a as o}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{E as p,H as h,Ka as r,ra as l}from"./chunk-QH2FQVPP.js";import{d as c}from"./chunk-3A3V5TTW.js";import{a as d}from"./chunk-BYHIPRB2.js";import{a as m,b as e,i as a,j as n}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var s=class extends o{constructor(){super(...arguments);this.kind="made";this.made=""}static{this.styles=[...o.styles,u,m`
      .made {
        padding: 12px 16px;
        border-radius: 10px;
        font:
          600 18px/1.6 ui-monospace,
          "DejaVu Sans Mono",
          monospace;
        background: var(--kb-tint);
        user-select: all;
        overflow-wrap: anywhere;
      }
      .fields {
        display: grid;
        gap: 16px;
      }
      .actions .button {
        padding-inline: 12px;
      }
    `]}firstUpdated(){super.firstUpdated(),this.make()}disconnectedCallback(){super.disconnectedCallback(),this.made=""}async make(){await this.attempt(async()=>{let{words:t}=await c(this.panel.hass,["keys","words"],{language:"en"});this.made=(typeof t=="string"?t.split(/\s+/):t).join("-")})}get secret(){return this.kind==="made"?this.made:this.first?.value??""}get missing(){if(this.kind==="made")return this.made?"":this.t("keys.secret.making");let{secret:t}=this;return!t||!this.again?.value?this.t("keys.secret.missing"):/^[\x21-\x7e]+$/.test(t)?t===this.again.value?"":this.t("keys.secret.differ"):this.t("requests.seal.plain_letters")}submit(){this.error=this.missing,!this.error&&this.attempt(async()=>{await this.send(this.secret),this.finish(!0)})}render(){return this.frame(this.t("requests.seal.heading"),e`
        <p>${this.t("requests.seal.what")}</p>
        ${f("kind",this.t("requests.seal.kind"),[{value:"made",label:this.t("requests.seal.made")},{value:"own",label:this.t("keys.secret.own")}],this.kind,t=>this.kind=t)}
        ${this.kind==="made"?this.words():this.own()}
        <p class="hint">${this.t("requests.seal.apart")}</p>
      `,e`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${r(h,20)}${this.t("requests.package.download")}
        </button>
      `)}words(){return e`<div class="fields">
      ${this.made?e`<p class="made" tabindex="0" lang="en">${this.made}</p>`:e`<p class="soft" role="status">${this.t("keys.secret.making")}</p>`}
      <div class="actions">
        <button type="button" class="button quiet" ?disabled=${!this.made} @click=${this.copyMade}>
          ${r(p,20)}${this.t("requests.seal.copy")}
        </button>
        <button type="button" class="button quiet" ?disabled=${this.busy} @click=${this.make}>
          ${r(l,20)}${this.t("keys.secret.others")}
        </button>
      </div>
    </div>`}async copyMade(){let t=await v(this.made);this.panel.say(this.t(t?"requests.seal.copied":"requests.seal.not_copied"))}own(){return e`<div class="fields">
      <kb-passphrase
        id="first"
        autocomplete="new-password"
        .panel=${this.panel}
        .label=${this.t("keys.secret.own_first")}
        .hint=${this.t("requests.seal.plain_letters")}
        @enter=${()=>this.enter()}
      ></kb-passphrase>
      <kb-passphrase
        id="again"
        autocomplete="new-password"
        .panel=${this.panel}
        .label=${this.t("keys.secret.own_again")}
        @enter=${()=>this.enter()}
      ></kb-passphrase>
    </div>`}};i([a()],s.prototype,"kind",2),i([a()],s.prototype,"made",2),i([n("#first")],s.prototype,"first",2),i([n("#again")],s.prototype,"again",2);d("kb-seal-package",s);export{s as SealPackageDialog};
