import{a as z}from"./chunk-AJBVWED3.js";import{a as V,b as j,c as T,e as N,f as S,g as U,h as E,i as I,j as v,l as q}from"./chunk-V7WLAVH3.js";import{a as x}from"./chunk-D4KRP3LB.js";import{a as k,b as O,c}from"./chunk-S32NJPBA.js";import"./chunk-F2S5EVA2.js";import{a as R}from"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import{b as F}from"./chunk-W4SE3UPL.js";import{a as g}from"./chunk-6T4MKGOC.js";import"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{b as P}from"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import"./chunk-MTNA7FE6.js";import{Fa as w,Ka as f,Y as y}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as b}from"./chunk-BYHIPRB2.js";import{a as $,b as s,e as n,i as u}from"./chunk-LBO2O6FZ.js";import{a as h}from"./chunk-LO2NM3CE.js";var A=["time","date"],a=class extends g{constructor(e){super();this.opening=e;this.answer={};this.value={};this.again=!1;this.explaining=!1;this.deed=V(this.opening.name);this.words=j(this.opening.name);this.draft=`deed:${this.opening.name}:${Object.values(this.opening.fixed??{}).join()}`;this.tried=!1;this.wide=this.deed.fields.length>3}static{this.styles=[x,R,q,...g.styles,$`
      .head {
        flex-wrap: nowrap;
      }
      .about {
        font-weight: 600;
      }
      textarea {
        field-sizing: content;
        max-height: 50dvh;
      }
      .again {
        flex-wrap: wrap;
        align-items: center;
      }
      .again > span {
        flex: 1 1 200px;
      }
    `]}willUpdate(e){if(super.willUpdate(e),this.hasUpdated)return;let t=this.keeps?O(this.user,this.draft):null;this.again=t!==null,this.value={...this.fresh,...t}}get user(){return this.panel.overview.me.user_id}get fresh(){return N(this.deed,this.opening.given??{},Date.now())}get keeps(){return this.deed.fields.some(({kind:e})=>e==="long")}set(e){this.value={...this.value,...e},this.keeps&&k(this.user,this.draft,{...this.value,photo:null}),this.tried&&this.check()}check(){return this.wrong=Object.fromEntries(Object.entries(S(this.deed,this.value)).map(([e,t])=>[e,this.t(`duties.wrong.${t}`)])),!Object.keys(this.wrong).length}submit(){let{panel:e,deed:t,opening:i}=this;if(this.tried=!0,!this.check()){this.error=this.t("dialog.wrong");return}let d={...i.fixed,...E(t,this.value)},l=()=>{c(this.user,this.draft),e.say(this.t(`${this.words}.done`,H(this.answer)))};if(t.decides){this.prove(T(i.name),d,l);return}this.attempt(async()=>{this.answer=await F(()=>this.panel,()=>P(e.hass,i.name,d)),l(),this.finish(!0)})}fieldOf(e){return U(this.deed,e)}async explain(e){this.explaining=!0,await this.attempt(async()=>{let t=await z(this.panel,this.opening.cameras??[]),i=String(this.value[e.name]??"").trim();this.set({[e.name]:i?`${i}

${t}`:t})}),this.explaining=!1}render(){let{words:e,opening:t,deed:i}=this,d=I(this.panel,`${e}.intro`),l={...this.asForm(this.value,r=>this.set(r)),panel:this.panel,words:e,people:t.people??[],source:t.source??null,below:r=>this.below(r)};return this.frame(this.t(`${e}.heading`),s`
        ${t.about?s`<p class="about">${t.about}</p>`:n}
        ${d?s`<p>${d}</p>`:n} ${t.before??n}
        ${this.again?this.note():n}
        ${B(i.fields).map(r=>r.length>1?s`<div class="pair">${r.map(m=>v(l,m))}</div>`:r.map(m=>v(l,m)))}
        ${i.decides?this.proof():n}
      `,s`
        ${this.cancel(!i.fields.length&&!i.decides)}
        <button
          type="submit"
          class="button ${i.grave?"danger":"primary"}"
          ?disabled=${i.decides?this.held:this.busy}
        >
          ${this.busy&&!this.explaining?this.t("duties.sending"):this.t(`${e}.do`)}
        </button>
      `)}note(){return s`<div class="note again">
      ${f(y)}<span>${this.t("duties.again")}</span>
      <button
        type="button"
        class="button quiet"
        @click=${()=>{c(this.user,this.draft),this.again=!1,this.value=this.fresh}}
      >
        ${this.t("duties.afresh")}
      </button>
    </div>`}below(e){return"offer"in e?s`<div class="offers">
      <button
        type="button"
        class="button"
        ?disabled=${this.busy}
        @click=${()=>{this.explain(e)}}
      >
        ${f(w,20)}${this.t("duties.explain.insert")}
      </button>
    </div>`:n}};h([u()],a.prototype,"value",2),h([u()],a.prototype,"again",2),h([u()],a.prototype,"explaining",2);function B(p){let o=[];for(let e of p){let t=o.at(-1),i=A.includes(e.kind)&&t?.[0]&&A.includes(t[0].kind);t&&i?t.push(e):o.push([e])}return o}function H(p){return Object.fromEntries(Object.entries(p).filter(o=>typeof o[1]=="number"))}b("kb-deed",a);export{a as DeedDialog};
