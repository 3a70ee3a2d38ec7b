var R=globalThis,T=R.ShadowRoot&&(R.ShadyCSS===void 0||R.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,W=Symbol(),tt=new WeakMap,E=class{constructor(t,e,r){if(this._$cssResult$=!0,r!==W)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(T&&t===void 0){let r=e!==void 0&&e.length===1;r&&(t=tt.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&tt.set(e,t))}return t}toString(){return this.cssText}},et=i=>new E(typeof i=="string"?i:i+"",void 0,W),$=(i,...t)=>{let e=i.length===1?i[0]:t.reduce((r,s,o)=>r+(n=>{if(n._$cssResult$===!0)return n.cssText;if(typeof n=="number")return n;throw Error("Value passed to 'css' function must be a 'css' function result: "+n+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+i[o+1],i[0]);return new E(e,i,W)},rt=(i,t)=>{if(T)i.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let r=document.createElement("style"),s=R.litNonce;s!==void 0&&r.setAttribute("nonce",s),r.textContent=e.cssText,i.appendChild(r)}},F=T?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let r of t.cssRules)e+=r.cssText;return et(e)})(i):i;var{is:$t,defineProperty:yt,getOwnPropertyDescriptor:vt,getOwnPropertyNames:_t,getOwnPropertySymbols:xt,getPrototypeOf:At}=Object,j=globalThis,st=j.trustedTypes,kt=st?st.emptyScript:"",wt=j.reactiveElementPolyfillSupport,C=(i,t)=>i,P={toAttribute(i,t){switch(t){case Boolean:i=i?kt:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},D=(i,t)=>!$t(i,t),it={attribute:!0,type:String,converter:P,reflect:!1,useDefault:!1,hasChanged:D};Symbol.metadata??=Symbol("metadata"),j.litPropertyMetadata??=new WeakMap;var f=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=it){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let r=Symbol(),s=this.getPropertyDescriptor(t,r,e);s!==void 0&&yt(this.prototype,t,s)}}static getPropertyDescriptor(t,e,r){let{get:s,set:o}=vt(this.prototype,t)??{get(){return this[e]},set(n){this[e]=n}};return{get:s,set(n){let l=s?.call(this);o?.call(this,n),this.requestUpdate(t,l,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??it}static _$Ei(){if(this.hasOwnProperty(C("elementProperties")))return;let t=At(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(C("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(C("properties"))){let e=this.properties,r=[..._t(e),...xt(e)];for(let s of r)this.createProperty(s,e[s])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[r,s]of e)this.elementProperties.set(r,s)}this._$Eh=new Map;for(let[e,r]of this.elementProperties){let s=this._$Eu(e,r);s!==void 0&&this._$Eh.set(s,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let s of r)e.unshift(F(s))}else t!==void 0&&e.push(F(t));return e}static _$Eu(t,e){let r=e.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let r of e.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return rt(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,r){this._$AK(t,r)}_$ET(t,e){let r=this.constructor.elementProperties.get(t),s=this.constructor._$Eu(t,r);if(s!==void 0&&r.reflect===!0){let o=(r.converter?.toAttribute!==void 0?r.converter:P).toAttribute(e,r.type);this._$Em=t,o==null?this.removeAttribute(s):this.setAttribute(s,o),this._$Em=null}}_$AK(t,e){let r=this.constructor,s=r._$Eh.get(t);if(s!==void 0&&this._$Em!==s){let o=r.getPropertyOptions(s),n=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:P;this._$Em=s;let l=n.fromAttribute(e,o.type);this[s]=l??this._$Ej?.get(s)??l,this._$Em=null}}requestUpdate(t,e,r,s=!1,o){if(t!==void 0){let n=this.constructor;if(s===!1&&(o=this[t]),r??=n.getPropertyOptions(t),!((r.hasChanged??D)(o,e)||r.useDefault&&r.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(n._$Eu(t,r))))return;this.C(t,e,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:r,reflect:s,wrapped:o},n){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,n??e??this[t]),o!==!0||n!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(e=void 0),this._$AL.set(t,e)),s===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,o]of this._$Ep)this[s]=o;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[s,o]of r){let{wrapped:n}=o,l=this[s];n!==!0||this._$AL.has(s)||l===void 0||this.C(s,void 0,o,l)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(e)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};f.elementStyles=[],f.shadowRootOptions={mode:"open"},f[C("elementProperties")]=new Map,f[C("finalized")]=new Map,wt?.({ReactiveElement:f}),(j.reactiveElementVersions??=[]).push("2.1.2");var J=globalThis,ot=i=>i,L=J.trustedTypes,nt=L?L.createPolicy("lit-html",{createHTML:i=>i}):void 0,Z="$lit$",m=`lit$${Math.random().toFixed(9).slice(2)}$`,G="?"+m,St=`<${G}>`,_=document,O=()=>_.createComment(""),H=i=>i===null||typeof i!="object"&&typeof i!="function",Q=Array.isArray,pt=i=>Q(i)||typeof i?.[Symbol.iterator]=="function",K=`[ 	
\f\r]`,U=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,at=/-->/g,lt=/>/g,y=RegExp(`>|${K}(?:([^\\s"'>=/]+)(${K}*=${K}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ct=/'/g,ht=/"/g,ut=/^(?:script|style|textarea|title)$/i,X=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),Vt=X(1),Wt=X(2),Ft=X(3),x=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),dt=new WeakMap,v=_.createTreeWalker(_,129);function ft(i,t){if(!Q(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return nt!==void 0?nt.createHTML(t):t}var mt=(i,t)=>{let e=i.length-1,r=[],s,o=t===2?"<svg>":t===3?"<math>":"",n=U;for(let l=0;l<e;l++){let a=i[l],h,p,c=-1,u=0;for(;u<a.length&&(n.lastIndex=u,p=n.exec(a),p!==null);)u=n.lastIndex,n===U?p[1]==="!--"?n=at:p[1]!==void 0?n=lt:p[2]!==void 0?(ut.test(p[2])&&(s=RegExp("</"+p[2],"g")),n=y):p[3]!==void 0&&(n=y):n===y?p[0]===">"?(n=s??U,c=-1):p[1]===void 0?c=-2:(c=n.lastIndex-p[2].length,h=p[1],n=p[3]===void 0?y:p[3]==='"'?ht:ct):n===ht||n===ct?n=y:n===at||n===lt?n=U:(n=y,s=void 0);let b=n===y&&i[l+1].startsWith("/>")?" ":"";o+=n===U?a+St:c>=0?(r.push(h),a.slice(0,c)+Z+a.slice(c)+m+b):a+m+(c===-2?l:b)}return[ft(i,o+(i[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},M=class i{constructor({strings:t,_$litType$:e},r){let s;this.parts=[];let o=0,n=0,l=t.length-1,a=this.parts,[h,p]=mt(t,e);if(this.el=i.createElement(h,r),v.currentNode=this.el.content,e===2||e===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(s=v.nextNode())!==null&&a.length<l;){if(s.nodeType===1){if(s.hasAttributes())for(let c of s.getAttributeNames())if(c.endsWith(Z)){let u=p[n++],b=s.getAttribute(c).split(m),N=/([.?@])?(.*)/.exec(u);a.push({type:1,index:o,name:N[2],strings:b,ctor:N[1]==="."?z:N[1]==="?"?B:N[1]==="@"?I:k}),s.removeAttribute(c)}else c.startsWith(m)&&(a.push({type:6,index:o}),s.removeAttribute(c));if(ut.test(s.tagName)){let c=s.textContent.split(m),u=c.length-1;if(u>0){s.textContent=L?L.emptyScript:"";for(let b=0;b<u;b++)s.append(c[b],O()),v.nextNode(),a.push({type:2,index:++o});s.append(c[u],O())}}}else if(s.nodeType===8)if(s.data===G)a.push({type:2,index:o});else{let c=-1;for(;(c=s.data.indexOf(m,c+1))!==-1;)a.push({type:7,index:o}),c+=m.length-1}o++}}static createElement(t,e){let r=_.createElement("template");return r.innerHTML=t,r}};function A(i,t,e=i,r){if(t===x)return t;let s=r!==void 0?e._$Co?.[r]:e._$Cl,o=H(t)?void 0:t._$litDirective$;return s?.constructor!==o&&(s?._$AO?.(!1),o===void 0?s=void 0:(s=new o(i),s._$AT(i,e,r)),r!==void 0?(e._$Co??=[])[r]=s:e._$Cl=s),s!==void 0&&(t=A(i,s._$AS(i,t.values),s,r)),t}var q=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:r}=this._$AD,s=(t?.creationScope??_).importNode(e,!0);v.currentNode=s;let o=v.nextNode(),n=0,l=0,a=r[0];for(;a!==void 0;){if(n===a.index){let h;a.type===2?h=new w(o,o.nextSibling,this,t):a.type===1?h=new a.ctor(o,a.name,a.strings,this,t):a.type===6&&(h=new V(o,this,t)),this._$AV.push(h),a=r[++l]}n!==a?.index&&(o=v.nextNode(),n++)}return v.currentNode=_,s}p(t){let e=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,e),e+=r.strings.length-2):r._$AI(t[e])),e++}},w=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,r,s){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=r,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=A(this,t,e),H(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==x&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):pt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==d&&H(this._$AH)?this._$AA.nextSibling.data=t:this.T(_.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:r}=t,s=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=M.createElement(ft(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===s)this._$AH.p(e);else{let o=new q(s,this),n=o.u(this.options);o.p(e),this.T(n),this._$AH=o}}_$AC(t){let e=dt.get(t.strings);return e===void 0&&dt.set(t.strings,e=new M(t)),e}k(t){Q(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,r,s=0;for(let o of t)s===e.length?e.push(r=new i(this.O(O()),this.O(O()),this,this.options)):r=e[s],r._$AI(o),s++;s<e.length&&(this._$AR(r&&r._$AB.nextSibling,s),e.length=s)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let r=ot(t).nextSibling;ot(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},k=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,r,s,o){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=e,this._$AM=s,this.options=o,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=d}_$AI(t,e=this,r,s){let o=this.strings,n=!1;if(o===void 0)t=A(this,t,e,0),n=!H(t)||t!==this._$AH&&t!==x,n&&(this._$AH=t);else{let l=t,a,h;for(t=o[0],a=0;a<o.length-1;a++)h=A(this,l[r+a],e,a),h===x&&(h=this._$AH[a]),n||=!H(h)||h!==this._$AH[a],h===d?t=d:t!==d&&(t+=(h??"")+o[a+1]),this._$AH[a]=h}n&&!s&&this.j(t)}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},z=class extends k{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===d?void 0:t}},B=class extends k{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d)}},I=class extends k{constructor(t,e,r,s,o){super(t,e,r,s,o),this.type=5}_$AI(t,e=this){if((t=A(this,t,e,0)??d)===x)return;let r=this._$AH,s=t===d&&r!==d||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,o=t!==d&&(r===d||s);s&&this.element.removeEventListener(this.name,this,r),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},V=class{constructor(t,e,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){A(this,t)}},Kt={M:Z,P:m,A:G,C:1,L:mt,R:q,D:pt,V:A,I:w,H:k,N:B,U:I,B:z,F:V},Et=J.litHtmlPolyfillSupport;Et?.(M,w),(J.litHtmlVersions??=[]).push("3.3.3");var bt=(i,t,e)=>{let r=e?.renderBefore??t,s=r._$litPart$;if(s===void 0){let o=e?.renderBefore??null;r._$litPart$=s=new w(t.insertBefore(O(),o),o,void 0,e??{})}return s._$AI(i),s};var Y=globalThis,S=class extends f{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=bt(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return x}};S._$litElement$=!0,S.finalized=!0,Y.litElementHydrateSupport?.({LitElement:S});var Ct=Y.litElementPolyfillSupport;Ct?.({LitElement:S});(Y.litElementVersions??=[]).push("4.2.2");var Pt={attribute:!0,type:String,converter:P,reflect:!1,hasChanged:D},Ut=(i=Pt,t,e)=>{let{kind:r,metadata:s}=e,o=globalThis.litPropertyMetadata.get(s);if(o===void 0&&globalThis.litPropertyMetadata.set(s,o=new Map),r==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(e.name,i),r==="accessor"){let{name:n}=e;return{set(l){let a=t.get.call(this);t.set.call(this,l),this.requestUpdate(n,a,i,!0,l)},init(l){return l!==void 0&&this.C(n,void 0,i,l),l}}}if(r==="setter"){let{name:n}=e;return function(l){let a=this[n];t.call(this,l),this.requestUpdate(n,a,i,!0,l)}}throw Error("Unsupported decorator location: "+r)};function gt(i){return(t,e)=>typeof e=="object"?Ut(i,t,e):((r,s,o)=>{let n=s.hasOwnProperty(o);return s.constructor.createProperty(o,r),n?Object.getOwnPropertyDescriptor(s,o):void 0})(i,t,e)}function ce(i){return gt({...i,state:!0,attribute:!1})}var g=(i,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(i,t,e),e);function ue(i,t){return(e,r,s)=>{let o=n=>n.renderRoot?.querySelector(i)??null;if(t){let{get:n,set:l}=typeof r=="object"?e:s??(()=>{let a=Symbol();return{get(){return this[a]},set(h){this[a]=h}}})();return g(e,r,{get(){let a=n.call(this);return a===void 0&&(a=o(this),(a!==null||this.hasUpdated)&&l.call(this,a)),a}})}return g(e,r,{get(){return o(this)}})}}var Ot;function $e(i){return(t,e)=>g(t,e,{get(){return(this.renderRoot??(Ot??=document.createDocumentFragment())).querySelectorAll(i)}})}var Ht=$`
  :host {
    --kb-page: var(--primary-background-color, #fafafa);
    --kb-card: var(--card-background-color, #fff);
    --kb-text: var(--primary-text-color, #141414);
    --kb-soft: var(--secondary-text-color, #5e5e5e);
    --kb-line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --kb-primary: var(--primary-color, #009ac7);
    --kb-accent: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-fill: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 10%, var(--kb-card));
    --kb-good: #1b7a3d;
    --kb-bad: #b3261e;
    --kb-warn: #8a5300;
    --kb-alert: #b3261e;
    --kb-bad-tint: color-mix(in srgb, #d32f2f 8%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #f59f00 12%, var(--kb-card));
    --kb-radius: var(--ha-card-border-radius, 12px);
    --kb-touch: 44px;
    color: var(--kb-text);
  }
  :host([dark]) {
    --kb-accent: color-mix(in srgb, var(--kb-primary) 72%, #fff);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 16%, var(--kb-card));
    --kb-good: #6dd58c;
    --kb-bad: #ff897d;
    --kb-warn: #ffb951;
    --kb-bad-tint: color-mix(in srgb, #ff5449 14%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #ffb951 13%, var(--kb-card));
    color-scheme: dark;
  }
`,Mt=$`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3 {
    text-wrap: balance;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 20px;
    line-height: 1.4;
    font-weight: 600;
  }
  h3 {
    font-size: 17px;
    line-height: 1.4;
    font-weight: 600;
  }
  p,
  li,
  dd,
  dt {
    line-height: 1.65;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  a {
    color: var(--kb-accent);
  }
  .icon {
    flex: none;
    fill: currentColor;
    display: block;
  }
  .soft {
    color: var(--kb-soft);
  }
  .small {
    font-size: 14px;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`,Nt=$`
  .button,
  .round {
    font: inherit;
    color: inherit;
    border: 0;
    background: none;
    cursor: pointer;
    min-height: var(--kb-touch);
    -webkit-tap-highlight-color: transparent;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 10px 20px;
    border-radius: 999px;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    color: var(--kb-accent);
    background: var(--kb-tint);
    transition: filter 0.15s;
  }
  .button.primary {
    color: #fff;
    background: var(--kb-fill);
  }
  .button.danger {
    color: var(--kb-bad);
    background: var(--kb-bad-tint);
  }
  .button.quiet {
    background: none;
    padding-inline: 12px;
  }
  .button:hover:not(:disabled) {
    filter: brightness(0.95);
  }
  :host([dark]) .button:hover:not(:disabled) {
    filter: brightness(1.12);
  }
  .button:disabled,
  .round:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .round {
    display: inline-grid;
    place-items: center;
    width: var(--kb-touch);
    height: var(--kb-touch);
    padding: 0;
    border-radius: 50%;
    flex: none;
  }
  .round:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
`,Rt=$`
  .page {
    max-width: 1280px;
    margin: 0 auto;
    padding: 24px 24px 40px;
    display: grid;
    gap: 24px;
  }
  .page > * {
    min-width: 0;
  }
  .card {
    background: var(--kb-card);
    border: 1px solid var(--kb-line);
    border-radius: var(--kb-radius);
    padding: 20px;
  }
  .note {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 12px 16px;
    border-radius: var(--kb-radius);
    background: var(--kb-tint);
    line-height: 1.6;
  }
  .note > .icon {
    margin-top: 1px;
    color: var(--kb-accent);
  }
  .note > div {
    flex: 1;
    min-width: 0;
  }
  .note.bad {
    background: var(--kb-bad-tint);
  }
  .note.bad > .icon {
    color: var(--kb-bad);
  }
  .note.warn {
    background: var(--kb-warn-tint);
  }
  .note.warn > .icon {
    color: var(--kb-warn);
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 16px;
  }
  .facts dt {
    color: var(--kb-soft);
  }
  @media (max-width: 599px) {
    .page {
      padding: 16px 16px 32px;
      gap: 16px;
    }
    .card {
      padding: 16px;
    }
  }
`,Tt=$`
  .field {
    display: grid;
    gap: 6px;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 600;
    line-height: 1.5;
    padding: 0;
  }
  legend {
    margin-bottom: 8px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .hint {
    color: var(--kb-soft);
    font-size: 14px;
    line-height: 1.6;
  }
  input[type="text"],
  input[type="password"],
  input[type="date"],
  input[type="time"],
  input[type="datetime-local"],
  input[type="search"],
  select,
  textarea {
    font: inherit;
    font-size: 16px;
    color: var(--kb-text);
    background: var(--kb-card);
    border: 1px solid color-mix(in srgb, var(--kb-text) 45%, var(--kb-card));
    border-radius: 8px;
    min-height: 48px;
    padding: 10px 12px;
    width: 100%;
    max-width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    min-height: 88px;
    line-height: 1.6;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--kb-touch);
    padding: 8px 12px;
    border: 1px solid var(--kb-line);
    border-radius: 10px;
    cursor: pointer;
    line-height: 1.5;
  }
  .choice:has(:checked) {
    border-color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice input {
    width: 20px;
    height: 20px;
    margin: 0;
    flex: none;
    accent-color: var(--kb-fill);
  }
`,je=[Ht,Mt,Nt,Rt,Tt];var jt="--primary-background-color";function Le(i){let t=getComputedStyle(document.documentElement).getPropertyValue(jt).trim(),e=Dt(t);return e===null?i.themes.darkMode===!0:e<.5}function qe(i){let t=new MutationObserver(i);return t.observe(document.documentElement,{attributeFilter:["style","class"]}),()=>t.disconnect()}function Dt(i){let t=Lt(i);if(!t)return null;let[e=0,r=0,s=0]=t;return(.299*e+.587*r+.114*s)/255}function Lt(i){let t=/^#([0-9a-f]{3,8})$/i.exec(i)?.[1];if(t){let s=t.length>=6?t:[...t].map(o=>o+o).join("");return[0,2,4].map(o=>Number.parseInt(s.slice(o,o+2),16))}let r=/^rgba?\(([\d\s.,/%]+)\)$/i.exec(i)?.[1]?.split(/[\s,/]+/).filter(Boolean).map(Number);return r&&r.length>=3&&r.slice(0,3).every(Number.isFinite)?r:null}export{$ as a,Vt as b,Wt as c,x as d,d as e,Kt as f,S as g,gt as h,ce as i,ue as j,$e as k,Ht as l,Mt as m,Nt as n,je as o,Le as p,qe as q};
