import{a as b}from"./chunk-ZIN35BPL.js";import"./chunk-HO5IYAZT.js";import{a as c,b as f}from"./chunk-5GCPK3CH.js";import{a as o}from"./chunk-KKYAAM3U.js";import"./chunk-ZTCOTBSL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{E as p,H as l,Ka as a,ra as h}from"./chunk-F2QIOCQC.js";import{d as u}from"./chunk-3A3V5TTW.js";import{a as d}from"./chunk-BYHIPRB2.js";import{a as m,b as s,i as r,j as n}from"./chunk-HILQJUX4.js";import{a as i}from"./chunk-LO2NM3CE.js";var v=12,y=128,e=class extends o{constructor(){super(...arguments);this.kind="made";this.made=""}static{this.styles=[...o.styles,c,m`
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
    `]}firstUpdated(){super.firstUpdated(),this.make()}disconnectedCallback(){super.disconnectedCallback(),this.made=""}async make(){await this.attempt(async()=>{let{words:t}=await u(this.panel.hass,["keys","words"],{language:"en"});this.made=(typeof t=="string"?t.split(/\s+/):t).join("-")})}get missing(){if(this.kind==="made")return this.made?"":this.t("keys.secret.making");let t=this.first?.value??"";return!t||!this.again?.value?this.t("keys.secret.missing"):/^[\x21-\x7e]+$/.test(t)?t.length<v?this.t("requests.seal.too_short",{count:v}):t.length>y?this.t("requests.seal.too_long",{count:y}):t===this.again.value?"":this.t("keys.secret.differ"):this.t("requests.seal.plain_letters")}submit(){this.error=this.missing,this.error||this.finish(this.kind==="made"?this.made:this.first?.value??"")}render(){return this.frame(this.t("requests.seal.heading"),s`
        <p>${this.t("requests.seal.what")}</p>
        ${f("kind",this.t("requests.seal.kind"),[{value:"made",label:this.t("requests.seal.made")},{value:"own",label:this.t("keys.secret.own")}],this.kind,t=>this.kind=t)}
        ${this.kind==="made"?this.words():this.own()}
        <p class="hint">${this.t("requests.seal.apart")}</p>
      `,s`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${a(l,20)}${this.t("requests.package.download")}
        </button>
      `)}words(){return s`<div class="fields">
      ${this.made?s`<p class="made" tabindex="0" lang="en">${this.made}</p>`:s`<p class="soft" role="status">${this.t("keys.secret.making")}</p>`}
      <div class="actions">
        <button type="button" class="button quiet" ?disabled=${!this.made} @click=${this.copyMade}>
          ${a(p,20)}${this.t("requests.seal.copy")}
        </button>
        <button type="button" class="button quiet" ?disabled=${this.busy} @click=${this.make}>
          ${a(h,20)}${this.t("keys.secret.others")}
        </button>
      </div>
    </div>`}async copyMade(){let t=await b(this.made);this.panel.say(this.t(t?"requests.seal.copied":"requests.seal.not_copied"))}own(){return s`<div class="fields">
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
    </div>`}};i([r()],e.prototype,"kind",2),i([r()],e.prototype,"made",2),i([n("#first")],e.prototype,"first",2),i([n("#again")],e.prototype,"again",2);d("kb-seal-package",e);export{e as SealPackageDialog};
