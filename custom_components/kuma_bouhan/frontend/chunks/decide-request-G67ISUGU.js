import{a as y,b as v}from"./chunk-NY3OBRYI.js";import{h as u,i as m,o as f}from"./chunk-VZYR7HE6.js";import{a}from"./chunk-6T4MKGOC.js";import"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import{f as l}from"./chunk-4SUMXNU5.js";import"./chunk-RBTVVJGX.js";import{b as c}from"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-MTNA7FE6.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as i,e as o,i as d}from"./chunk-LBO2O6FZ.js";import{a as n}from"./chunk-LO2NM3CE.js";var I=["extension/approve","extension/deny","extension/end","disclosure/permit","disclosure/deny"],r=class extends a{constructor(e,t){super();this.decision=e;this.entry=t;this.reason="";this.noGround=!1;this.noGround=t.kind==="access"&&!t.item.ground}static{this.styles=[...a.styles,y]}firstUpdated(){super.firstUpdated(),this.explains||this.field.updateComplete.then(()=>this.field.focus())}word(e){return this.t(`requests.act.${this.decision.replace("/","_")}.${e}`)}get explains(){return!["extension/approve","disclosure/permit"].includes(this.decision)}submit(){let{decision:e,noGround:t}=this,s=this.reason.trim(),p=e==="extension/end"&&!s;if(this.wrong=p?{reason:this.t("requests.reason_needed")}:{},p){this.error=this.t("dialog.wrong");return}this.prove(l(e),{number:this.entry.item.number,...this.explains&&s?{reason:s}:{},...e==="disclosure/deny"?{no_ground:t}:{}},()=>this.panel.say(this.word("done")))}render(){let{panel:e,entry:t}=this,s=this.explains;return this.frame(this.word("heading"),i`
        <p>${this.word("what")}</p>
        ${v(e,[[t.kind==="extension"?"until":"recipient",f(e,t)],["cameras",u(e,t.item.cameras)],["span",m(e,t.item)]])}
        ${this.explains?this.why():o} ${this.proof()}
      `,i`
        ${this.cancel()}
        <button type="submit" class="button ${s?"danger":"primary"}" ?disabled=${this.held}>
          ${this.busy?this.t("requests.sending"):this.word("do")}
        </button>
      `)}why(){let e=this.decision==="disclosure/deny",t=this.decision==="extension/end";return i`
      ${e?i`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.noGround}
                @change=${s=>{this.noGround=s.target.checked}}
              />
              ${this.t("requests.no_ground")}
            </label>`:o}
      ${c(this.fields({reason:this.reason}),"reason",{label:this.t(t?"requests.row.end_reason":"requests.deny_reason"),need:t,rows:2,most:500})}
    `}};n([d()],r.prototype,"reason",2),n([d()],r.prototype,"noGround",2);h("kb-decide-request",r);export{I as DECISIONS,r as DecideRequestDialog};
